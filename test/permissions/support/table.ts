import { actionText, allRoles, roleName } from '#access';
import type { RouteCase } from '../cases/case.ts';
import { type Asker, isScoped } from './seats.ts';

export const scopes = ['本单位', '其他单位', '全市', '无对象'] as const;
export type ScopeName = (typeof scopes)[number];

/** 允许: done or shown. 拒绝: refused with the code. 不可见: answered as if it were not there, or without its details. */
export const outcomes = ['允许', '拒绝', '不可见'] as const;
export type Outcome = (typeof outcomes)[number];

/** Where one answer is expected: who asks which route about whose object in which state. */
export type Cell = {
  readonly action: string;
  readonly route: string;
  readonly state: string;
  readonly role: Asker;
  readonly scope: ScopeName;
};

export type ExpectedCell = Cell & { readonly outcome: Outcome; readonly code: string };

export const askers: readonly Asker[] = [...allRoles, 'anonymous'];

export function routeName({ method, path }: { readonly method: string; readonly path: string }): string {
  return `${method} ${path}`;
}

/** Every cell there must be a line for. */
export function cellsOf(cases: readonly RouteCase[]): Cell[] {
  const cells = cases.flatMap(({ route, action, about, states }) =>
    Object.keys(states).flatMap((state) =>
      askers.flatMap((role) =>
        scopesOf(about, role).map((scope): Cell => ({ action, route: routeName(route), state, role, scope })),
      ),
    ),
  );
  return cells.sort(compareCells);
}

function scopesOf(about: RouteCase['about'], role: Asker): readonly ScopeName[] {
  if (about === 'nothing') return ['无对象'];
  return about === 'city' || !isScoped(role) ? ['全市'] : ['本单位', '其他单位'];
}

/** By action, route and state, then roles as they are listed everywhere, then from near to far. */
export function compareCells(one: Cell, other: Cell): number {
  return (
    compareText(one.action, other.action) ||
    compareText(one.route, other.route) ||
    compareText(one.state, other.state) ||
    askers.indexOf(one.role) - askers.indexOf(other.role) ||
    scopes.indexOf(one.scope) - scopes.indexOf(other.scope)
  );
}

function compareText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

export const headings = '动作代码,动作,对象,接口,对象状态,角色代码,角色,范围,预期,拒绝依据';

const openNames: Readonly<Record<string, string>> = { public: '无须登录', 'signed-in': '登录即可' };

const objectNames: Readonly<Record<string, string>> = {
  account: '账号',
  audit: '审计记录',
  bulletin: '通报',
  'carry-over': '年末结转',
  cockpit: '驾驶舱',
  commitment: '政府承诺',
  'file-card': '一项目一档',
  grant: '授权',
  import: '导入',
  'light-note': '人工结论',
  'message-channel': '消息渠道',
  measure: '政策措施',
  milestone: '前期手续',
  lights: '亮灯',
  matter: '事项',
  'leader-request': '请示',
  clock: '时限',
  letter: '函件',
  list: '清单',
  organisation: '单位',
  overlay: '规则和市包的改动',
  permission: '权限规则',
  person: '人员',
  pressure: '压力传导',
  petition: '诉求和来电',
  plan: '计划',
  'plan-check': '计划检查',
  'plan-window': '中期调整',
  'policy-document': '政策文件',
  project: '项目',
  report: '月报',
  reporting: '报期',
  returns: '收回的填报表',
  secretary: '服务秘书记录',
  session: '登录会话',
  start: '开工认定',
  statistics: '统计数',
  target: '年度目标',
  structure: '项目结构',
  vocabulary: '表头词汇',
  template: '来文模板',
  workbook: '填报表',
};

/** The line of the committed file: what a person reads stands beside every id. */
export function lineOf({ action, route, state, role, scope, outcome, code }: ExpectedCell): string {
  const act = openNames[action] ?? actionText(action);
  const object = openNames[action] ? '—' : (objectNames[action.split('.')[0] ?? ''] ?? action);
  const who = role === 'anonymous' ? '未登录' : roleName(role);
  return [action, act, object, route, state, role, who, scope, outcome, code].join(',');
}

export function readTable(text: string): ExpectedCell[] {
  const [first, ...lines] = text.trimEnd().split('\n');
  if (first !== headings) throw new Error(`the table begins with ${first}`);
  return lines.map((line) => {
    const [action, , , route, state, role, , scope, outcome, code] = line.split(',') as [string, ...string[]];
    return { action, route, state, role, scope, outcome, code } as ExpectedCell;
  });
}

export function cellName({ action, route, state, role, scope }: Cell): string {
  return `${action} · ${route} · ${state} · ${role} · ${scope}`;
}
