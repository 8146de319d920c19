import { type Draft, isRejected, say } from './draft.ts';
import { type ListTable, months } from './list-row.ts';

/** The record the rules demand of a row, worked out from what was written, not by the code under test. */
export function listRecord(
  draft: Draft,
  table: ListTable,
  inherited: { places: unknown[]; stage: string },
): Record<string, unknown> {
  const { has } = table;
  const { record } = draft;
  const own = (column: string, field = column) => (has.has(column) ? (record[field] ?? null) : null);
  const period = has.has('period')
    ? (record['periodText'] as { start: string | null; end: string | null })
    : undefined;
  const texts = [
    'seq',
    'name',
    'code',
    'industry',
    'nature',
    'content',
    'fundSource',
    'respUnit',
    'company',
    'uscc',
    'leader',
    'remark',
    'plannedStart',
  ];
  return {
    ...Object.fromEntries(texts.map((field) => [field, own(field)])),
    districts: has.has('places') ? record['districts'] : inherited.places,
    periodStart: period ? period.start : own('periodStart'),
    periodEnd: period ? period.end : own('periodEnd'),
    totalFen: fenText(own('totalFen')),
    doneBeforeFen: fenText(own('doneBeforeFen')),
    planYearFen: fenText(own('planYearFen')),
    ...monthPlan(draft, table),
    leadDepts: own('leadDepts') ?? [],
    secretary: own('secretary'),
    secretaryPhone: has.has('secretary') ? record['secretaryPhone'] : null,
    lists: (has.has('tick0') ? record['lists'] : own('lists')) ?? [],
    stage: has.has('stage') ? record['stage'] : inherited.stage,
  };
}

function monthPlan({ record }: Draft, { has, cumulative }: ListTable) {
  if (!has.has('month12')) return { monthPlanFen: null, cumPlanFen: null };
  const amounts = months.map((m) => record[m] as bigint | null);
  if (amounts.every((fen) => fen === null)) return { monthPlanFen: null, cumPlanFen: null };
  let before = 0n;
  const pairs = amounts.map((fen) => {
    const now = cumulative ? (fen ?? before) : before + (fen ?? 0n);
    const part = cumulative ? now - before : fen;
    before = now;
    return [part, now] as const;
  });
  return {
    monthPlanFen: pairs.map(([part]) => fenText(part)),
    cumPlanFen: pairs.map(([, now]) => fenText(now)),
  };
}

export type SeenProjects = { readonly names: Map<string, string>; readonly codes: Map<string, string> };

/** What numbers, months and dates of an accepted row say against one another; and the earlier row it repeats. */
export function judgeListRow(draft: Draft, record: Record<string, unknown>, table: ListTable): void {
  if (isRejected(draft)) return;
  const { has } = table;
  const fen = (field: string) => (record[field] === null ? null : BigInt(record[field] as string));
  const [total, before, plan] = [fen('totalFen'), fen('doneBeforeFen'), fen('planYearFen')];
  if (has.has('totalFen') && total === null) say(draft, 'totalFen', 'amount-missing');
  if (has.has('planYearFen') && plan === null && record['stage'] !== '前期')
    say(draft, 'planYearFen', 'amount-missing');
  const sums = record['cumPlanFen'] as string[] | null;
  if (sums && plan !== null && BigInt(sums[11] as string) !== plan)
    say(draft, 'planYearFen', 'plan-sum-mismatch');
  judgeMonths(draft, record, table);
  if (total !== null && plan !== null) {
    if (total < plan) say(draft, 'totalFen', 'total-lt-plan');
    else if ((before ?? 0n) + plan > total) say(draft, 'totalFen', 'done-plan-gt-total');
  }
  const [start, end] = [record['periodStart'], record['periodEnd']] as (string | null)[];
  if (start && end && later(start, end))
    say(draft, has.has('period') ? 'period' : 'periodStart', 'period-reversed');
}

function judgeMonths(draft: Draft, record: Record<string, unknown>, { cumulative }: ListTable): void {
  const parts = record['monthPlanFen'] as (string | null)[] | null;
  parts?.forEach((part, i) => {
    if (part === null || BigInt(part) >= 0n) return;
    say(draft, `month${i + 1}`, cumulative ? 'plan-cum-decreases' : 'month-plan-negative');
  });
}

export function later(a: string, b: string): boolean {
  const length = Math.min(a.length, b.length);
  return a.slice(0, length) > b.slice(0, length);
}

export function sameName(name: string): string {
  return name.normalize('NFKC').replace(/\s/g, '').toLowerCase();
}

function fenText(fen: unknown): string | null {
  return fen === null || fen === undefined ? null : String(fen);
}
