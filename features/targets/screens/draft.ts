import type { IndicatorView, TargetRow } from '../contract.ts';
import { readWhole, writtenWhole } from './whole.tsx';

/** What was typed and is not saved: text by `kind party column`. Columns: base, year, 1 to 12. */
export type Draft = Readonly<Record<string, string>>;

export type ColumnId = 'base' | 'year' | number;

const ofBase = { kind: 'amount', unit: '亿元' } as const;

export function cellKey(row: Pick<TargetRow, 'kind' | 'party'>, column: ColumnId): string {
  return `${row.kind} ${row.party} ${column}`;
}

export function columnsOf({ kind }: Pick<IndicatorView, 'kind'>): readonly ColumnId[] {
  const months = Array.from({ length: 12 }, (_, at) => at + 1);
  return kind === 'growth' ? ['base', 'year', ...months] : ['year', ...months];
}

export function unitOf(indicator: IndicatorView, column: ColumnId): Pick<IndicatorView, 'kind' | 'unit'> {
  return column === 'base' ? ofBase : indicator;
}

function storedIn(row: TargetRow, column: ColumnId): string | null {
  if (column === 'base') return row.base;
  return column === 'year' ? row.value : (row.months?.[column - 1] ?? null);
}

/** What stands in the cell: as typed, else as it was set. */
export function textIn(indicator: IndicatorView, row: TargetRow, column: ColumnId, draft: Draft): string {
  return draft[cellKey(row, column)] ?? writtenWhole(unitOf(indicator, column), storedIn(row, column));
}

/** The value of a cell; undefined where what stands there is no number. */
export function valueIn(indicator: IndicatorView, row: TargetRow, column: ColumnId, draft: Draft) {
  const typed = draft[cellKey(row, column)];
  if (typed === undefined) return storedIn(row, column) as `${bigint}` | null;
  return readWhole(unitOf(indicator, column), typed);
}

export function mayType({ mayEdit }: TargetRow, column: ColumnId): boolean {
  return mayEdit === 'all' || (mayEdit === 'months' && typeof column === 'number');
}

export function isFaulty(indicator: IndicatorView, draft: Draft): boolean {
  return Object.entries(draft).some(
    ([key, text]) => readWhole(key.endsWith(' base') ? ofBase : indicator, text) === undefined,
  );
}

/** The lines that differ from what was set. Months are all or none: a blank one counts as nought. */
export function changesOf(indicator: IndicatorView, rows: readonly TargetRow[], draft: Draft) {
  return rows.flatMap((row) => {
    const { kind, party, number: expectedNumber } = row;
    if (!Object.keys(draft).some((key) => key.startsWith(`${kind} ${party} `))) return [];
    const value = valueIn(indicator, row, 'year', draft) ?? null;
    const base = indicator.kind === 'growth' ? (valueIn(indicator, row, 'base', draft) ?? null) : null;
    const each = Array.from({ length: 12 }, (_, at) => valueIn(indicator, row, at + 1, draft) ?? null);
    const months = each.every((one) => one === null) ? null : each.map((one) => one ?? '0');
    const same =
      value === row.value && base === row.base && (months ?? []).join() === (row.months ?? []).join();
    return same ? [] : [{ kind, party, expectedNumber, value, base, months }];
  });
}
