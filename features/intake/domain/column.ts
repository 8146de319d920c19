import type { MoneyUnit } from '#kernel/money';

/** A column of a table, and what it was taken for. */
export type Column = {
  readonly number: number;
  /** Its letter: A, B … AA. */
  readonly col: string;
  /** As printed, upper header + `/` + lower header. */
  readonly header: string;
  readonly hidden: boolean;
  /** Where it goes in the record; null if it is no part of it. */
  readonly field: string | null;
  /** Amounts only. */
  readonly unit?: MoneyUnit;
  /** A plan of the year repeated in a report: sums of it are stated as `plan`. */
  readonly sumAs?: 'plan';
  /** An amount that is no part of the record. */
  readonly money?: true;
  readonly cumulative?: true;
  readonly lastMonthOfSpan?: true;
  /** The header or its values say what it is only in part: a person should look. In Chinese. */
  readonly doubt?: string;
  /** Other fields the column may be. */
  readonly alternatives?: readonly string[];
};

/** What a person corrected, by the printed header; kept per sender and given back with the next workbook. */
export type Mapping = {
  readonly columns: readonly {
    readonly header: string;
    readonly field: string | null;
    readonly unit?: MoneyUnit;
  }[];
  /** The unit of amounts where the workbook itself states none. */
  readonly unit?: MoneyUnit;
};

const listAmounts = new Set(['totalFen', 'doneBeforeFen', 'planYearFen']);
const reportAmounts = new Set(['monthFen', 'cumFen']);

export function isAmountField(field: string | null): boolean {
  return (
    field !== null && (listAmounts.has(field) || reportAmounts.has(field) || monthOf(field) !== undefined)
  );
}

/** The month of `month1` … `month12`. */
export function monthOf(field: string | null): number | undefined {
  if (!field?.startsWith('month')) return undefined;
  const match = /^month(\d{1,2})$/.exec(field);
  return match ? Number(match[1]) : undefined;
}
