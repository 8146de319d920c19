/** One project as it stands in an issued workbook: all of this is filled in beforehand and locked. */
export type FormRow = {
  readonly seq: number;
  /** The project number of the library, by which the row is known again. */
  readonly number: string;
  readonly code: string | null;
  readonly name: string;
  readonly category: string | null;
  readonly totalFen: bigint | null;
  readonly planYearFen: bigint | null;
  readonly planMonthFen: bigint | null;
  readonly planToMonthFen: bigint | null;
  /** Done this year up to the month before. */
  readonly doneBeforeMonthFen: bigint | null;
};
