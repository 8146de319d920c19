import { fenFromDecimal, formatMoney, isMoneyUnit } from '#kernel/money';
import { parseDecimal } from '#kernel/rational';

export type VerdictLine = {
  readonly demand: string;
  readonly found: string | null;
  readonly result: 'met' | 'not-met' | 'unknown';
  readonly clause: string | null;
  readonly note: string | null;
};

const fieldNames: Readonly<Record<string, string>> = {
  name: '项目名称',
  code: '项目代码',
  industry: '行业',
  nature: '建设性质',
  form: '项目类型',
  stage: '阶段',
  category: '类别',
  plannedStart: '计划开工',
  periodStart: '建设起始',
  periodEnd: '建设截止',
  totalFen: '总投资',
  planYearFen: '年度计划投资',
  doneBeforeFen: '至上年底累计完成',
  fundSource: '资金来源',
  company: '项目单位',
  uscc: '统一社会信用代码',
  content: '建设内容',
  districts: '建设地点',
  districtCount: '建设地点数',
  lists: '所在清单',
  listCount: '所在清单数',
  leadDepts: '牵头单位',
};

const opWords: Readonly<Record<string, string>> = {
  eq: '为',
  ne: '不为',
  lt: '低于',
  lte: '不高于',
  gt: '高于',
  gte: '不低于',
  in: '属于',
  includes: '包括',
  present: '已填写',
  absent: '未填写',
};

/** Fields of the card that every office sees; the figures of all others follow the scope. */
const openFields = new Set([
  ...['name', 'code', 'industry', 'nature', 'form', 'stage', 'category', 'year', 'plannedStart'],
  ...['districts', 'districtCount', 'lists', 'listCount', 'leadDepts'],
]);

/** The parts of a kept explanation in words. What was found is left out where the reader may not see it. */
export function verdictWords(
  explanation: unknown,
  about: { readonly withinScope: boolean; readonly nameOf: (field: string, id: string) => string },
): VerdictLine[] {
  const parts = record(explanation)['parts'];
  return (Array.isArray(parts) ? parts : []).flatMap((part) => {
    const { field, op, value, actual, result, negated, clause, note } = record(part);
    if (typeof field !== 'string' || typeof op !== 'string' || !isResult(result)) return [];
    const shown = (one: unknown) => valueWords(field, one, about.nameOf);
    const asked = value === undefined || value === null ? '' : shown(value);
    const visible = about.withinScope || openFields.has(field);
    return [
      {
        demand: `${negated === true ? '并非' : ''}${fieldNames[field] ?? field}${opWords[op] ?? op}${asked}`,
        found: visible && !isEmpty(actual) ? shown(actual) : null,
        result,
        clause: typeof clause === 'string' ? clause : null,
        note: typeof note === 'string' ? note : null,
      },
    ];
  });
}

function valueWords(field: string, value: unknown, nameOf: (field: string, id: string) => string): string {
  if (Array.isArray(value)) return value.map((one) => valueWords(field, one, nameOf)).join('、');
  const text = String(value);
  if (!field.endsWith('Fen')) return nameOf(field, text);
  const fen = fenOf(text);
  return fen === undefined ? text : `${formatMoney(fen, '万元')}万元`;
}

/** Whole fen, or an amount with its unit as a pack writes it (`1亿元`). */
function fenOf(text: string): bigint | undefined {
  const [, digits = '', unit = ''] = /^([\d.,]+)(\D*)$/.exec(text) ?? [];
  const amount = parseDecimal(digits.replaceAll(',', ''));
  if (!amount) return undefined;
  if (unit === '') return amount.den === 1n ? amount.num : undefined;
  return isMoneyUnit(unit) ? fenFromDecimal(amount, unit) : undefined;
}

function isResult(value: unknown): value is VerdictLine['result'] {
  return value === 'met' || value === 'not-met' || value === 'unknown';
}

function isEmpty(value: unknown): boolean {
  return (
    value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
  );
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
