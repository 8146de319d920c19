import { formatMoney } from '#kernel/money';

/** Names for what changes keep by id. */
export type ChangeNames = {
  readonly org: (id: string) => string;
  readonly list: (id: string) => string;
  readonly stage: (id: string) => string;
  readonly form: (id: string) => string;
  readonly kind: (id: string) => string;
  readonly project: (id: string) => string;
};

export type ChangeLine = {
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
};

const fieldNames: Readonly<Record<string, string>> = {
  name: '项目名称',
  industry: '行业',
  nature: '建设性质',
  form: '项目类型',
  sponsorOrgId: '项目单位（单位库）',
  content: '建设内容',
  periodStart: '建设起始',
  periodEnd: '建设截止',
  totalFen: '总投资（万元）',
  fundSource: '资金来源',
  company: '项目单位',
  uscc: '统一社会信用代码',
  remark: '备注',
  category: '类别',
  plannedStart: '计划开工',
  planYearFen: '年度计划投资（万元）',
  doneBeforeFen: '至上年底累计完成（万元）',
};

type Change = { readonly aspect: string; readonly before: unknown; readonly after: unknown };

/** What a row of the log says, aspect by aspect: a project's first row holds all of them at once. */
export function partsOf<T extends Change>(change: T): T[] {
  if (change.aspect !== 'created') return [change];
  return Object.entries(record(change.after)).map(([aspect, after]) => ({ ...change, aspect, after }));
}

/** One aspect's change in words: a line per field that differs, what was and what is. */
export function changeWords(change: Change, names: ChangeNames): ChangeLine[] {
  const { aspect, before, after } = change;
  const [part = '', about = ''] = aspect.split(/:(.*)/s);
  const line = (field: string, word: (value: unknown) => string | null): ChangeLine[] => [
    { field, before: word(before), after: word(after) },
  ];
  switch (part) {
    case 'card':
    case 'detail':
      return fieldLines(before, after, '', names);
    case 'entry':
      return fieldLines(before, after, `${about}年`, names);
    case 'code':
      return line('项目代码', plain);
    case 'districts':
      return line('建设地点', (value) => joined(value, names.org));
    case 'lists':
      return line(`${about}年清单`, (value) => joined(value, names.list));
    case 'stage':
      return line('阶段', (value) => (typeof value === 'string' ? names.stage(value) : null));
    case 'responsibility':
      return line(names.kind(about), holders);
    case 'merged':
      return line('并入项目', (value) => (typeof value === 'string' ? names.project(value) : null));
    case 'apart':
      return line('单独计数', (value) => (value === null ? '计' : `不计：${record(value)['reason']}`));
    case 'withdrawn':
      return line('项目库', (value) => (value === true ? '已撤出' : '在库'));
    default:
      return line(aspect, plain);
  }
}

function fieldLines(before: unknown, after: unknown, prefix: string, names: ChangeNames): ChangeLine[] {
  const [was, is] = [record(before), record(after)];
  const keys = [...new Set([...Object.keys(was), ...Object.keys(is)])];
  return keys.flatMap((key) => {
    const [old, now] = [word(key, was[key], names), word(key, is[key], names)];
    return old === now ? [] : [{ field: prefix + (fieldNames[key] ?? key), before: old, after: now }];
  });
}

function word(key: string, value: unknown, names: ChangeNames): string | null {
  const text = plain(value);
  if (text === null) return null;
  if (key.endsWith('Fen')) return formatMoney(BigInt(text), '万元');
  if (key === 'form') return names.form(text);
  return key === 'sponsorOrgId' ? names.org(text) : text;
}

/** Numbers come masked already. */
function holders(value: unknown): string | null {
  if (!Array.isArray(value) || value.length === 0) return null;
  return value
    .map((one) => {
      const { name, phone } = record(one);
      return typeof phone === 'string' ? `${plain(name)}（${phone}）` : plain(name);
    })
    .join('、');
}

function joined(value: unknown, name: (id: string) => string): string | null {
  return Array.isArray(value) && value.length > 0 ? value.map((id) => name(String(id))).join('、') : null;
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function plain(value: unknown): string | null {
  return value === null || value === undefined || value === '' ? null : String(value);
}
