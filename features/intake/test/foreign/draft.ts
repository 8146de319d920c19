import type { Made, Value, Written } from './cell.ts';

/** A data row before it is laid out: its cells by column, what must be read from it, what must be said about it. */
export type Draft = {
  readonly cells: Map<string, Made>;
  readonly record: Record<string, unknown>;
  readonly codes: { readonly column: string; readonly code: string }[];
  /** What an amount really is, for the sums of its column. */
  readonly amounts: Map<string, bigint>;
  hidden?: boolean;
  struck?: boolean;
};

const errors = new Set([
  'name-missing',
  'amount-unreadable',
  'amount-negative',
  'date-impossible',
  'cell-error',
  'district-unknown',
  'code-name-conflict',
]);

export function newDraft(): Draft {
  return { cells: new Map(), record: {}, codes: [], amounts: new Map() };
}

export function kindOf(code: string): 'error' | 'warning' {
  return errors.has(code) ? 'error' : 'warning';
}

export function isRejected(draft: Draft): boolean {
  return draft.codes.some(({ code }) => errors.has(code));
}

/** Writes a column anew; what was said of it before is forgotten. */
export function put<T>(
  draft: Draft,
  column: string,
  { cell, value, codes }: Written<T>,
  field = column,
): void {
  fill(draft, column, cell, ...codes);
  draft.record[field] = value;
}

export function fill(draft: Draft, column: string, cell: Made, ...codes: readonly string[]): void {
  const others = draft.codes.filter((one) => one.column !== column);
  draft.codes.splice(0, draft.codes.length, ...others, ...codes.map((code) => ({ column, code })));
  draft.cells.set(column, cell);
}

export function say(draft: Draft, column: string, code: string): void {
  draft.codes.push({ column, code });
}

export function putText(draft: Draft, column: string, value: Value, read: unknown, ...codes: string[]): void {
  put(draft, column, { cell: { value }, value: read, codes });
}

/** An amount as written; sums of its column count it. */
export function putAmount(draft: Draft, column: string, { cell, value, codes }: Written<bigint>): void {
  put(draft, column, { cell, value, codes });
  draft.amounts.set(column, value);
}
