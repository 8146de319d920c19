import type { YearCategory } from './aspect.ts';

/** Whole fen; as text where it comes from JSON. */
export type FenIn = bigint | string;

/** One row of a yearly list as it was read. null: an empty mark, or no such column. */
export type ListRecord = {
  readonly seq?: string | null;
  readonly name: string;
  readonly code: string | null;
  /** The first leads. `code` is null for a zone without one. */
  readonly districts: readonly { readonly code: string | null; readonly name: string }[];
  readonly industry: string | null;
  readonly nature: string | null;
  readonly content: string | null;
  readonly periodStart: string | null;
  readonly periodEnd: string | null;
  readonly totalFen: FenIn | null;
  readonly doneBeforeFen: FenIn | null;
  readonly planYearFen: FenIn | null;
  readonly plannedStart: string | null;
  readonly fundSource: string | null;
  readonly leadDepts: readonly string[] | null;
  readonly respUnit: string | null;
  readonly company: string | null;
  readonly uscc: string | null;
  readonly leader: string | null;
  readonly secretary: string | null;
  readonly secretaryPhone: string | null;
  /** Names of lists as the pack prints them, or their ids. */
  readonly lists: readonly string[] | null;
  readonly stage: YearCategory;
  readonly remark: string | null;
};
