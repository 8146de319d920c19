import { actionText, allPermissions, type PermissionSentence } from './permission.ts';
import { allRoles, type Role, roleName } from './role.ts';

const scopeNames = {
  city: '全市',
  holders: '本单位及下级（服务秘书为本人）负责的对象',
  own: '本人的对象',
} as const;

export type ExplainedPermission = { readonly action: string; readonly sentence: string };

/** Every sentence as people read it, in the order of the actions. */
export function explainPermissions(sentences = allPermissions()): ExplainedPermission[] {
  return [...sentences]
    .sort((one, other) => compareText(one.action, other.action))
    .map((sentence) => ({ action: sentence.action, sentence: inChinese(sentence) }));
}

function inChinese(sentence: PermissionSentence): string {
  const who = sentence.roles.map(roleName).join('、');
  const states = sentence.states?.map((state) => `「${sentence.stateNames?.[state] ?? state}」`).join('');
  const withheld = sentence.except?.map((field) => `「${sentence.fieldNames?.[field] ?? field}」`).join('');
  return [
    `${who}可以${sentence.text ?? actionText(sentence.action)}`,
    `范围为${scopeNames[sentence.within]}`,
    ...(states ? [`限状态为${states}时`] : []),
    ...(withheld ? [`不含${withheld}`] : []),
  ]
    .join('，')
    .concat('。');
}

/** One cell of the table role × action × object × state × scope; `deny` where no sentence allows it. */
export type PermissionRow = {
  readonly role: Role;
  readonly object: string;
  readonly action: string;
  readonly state: string;
  readonly scope: PermissionSentence['within'] | 'deny';
};

/** The whole table, denials included, in an order that only changes with the sentences. */
export function permissionRows(sentences = allPermissions()): PermissionRow[] {
  const actions = [...new Set(sentences.map((one) => one.action))].sort(compareText);
  return actions.flatMap((action) => {
    const about = sentences.filter((one) => one.action === action);
    const named = [...new Set(about.flatMap((one) => one.states ?? []))].sort(compareText);
    const states = named.length > 0 ? named : ['*'];
    return allRoles.flatMap((role) => states.flatMap((state) => cells(about, role, action, state)));
  });
}

function cells(
  about: readonly PermissionSentence[],
  role: Role,
  action: string,
  state: string,
): PermissionRow[] {
  const object = action.slice(0, action.indexOf('.'));
  const allowing = about.filter(
    (one) => one.roles.includes(role) && (!one.states || one.states.includes(state)),
  );
  const scopes = [...new Set(allowing.map((one) => one.within))].sort(compareText);
  const shown = scopes.length > 0 ? scopes : (['deny'] as const);
  return shown.map((scope) => ({ role, object, action, state, scope }));
}

/** The table as the committed file has it. */
export function permissionCsv(rows = permissionRows()): string {
  const lines = rows.map((row) => [row.role, row.object, row.action, row.state, row.scope].join(','));
  return `${['role,object,action,state,scope', ...lines].join('\n')}\n`;
}

function compareText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
