import type { Verdict } from '#kernel/condition';
import type { PlainDate } from '#kernel/plain-date';
import type { AspectKey } from './aspect.ts';
import type { ListImportId, ProjectId } from './identity.ts';
import type { ListRecord } from './list-record.ts';

/** One accepted row. `ref` is the caller's own name for it (sheet and row). */
export type ListRow = {
  readonly ref: string;
  readonly record: ListRecord;
  /** The project a person confirmed for this row; otherwise matched by name, then code. */
  readonly projectId?: ProjectId;
};

export type ListImport = {
  readonly importId?: ListImportId;
  readonly year: number;
  readonly source: { readonly fileName: string; readonly [key: string]: unknown };
  /** The day from which what is new holds: 1 January for a year's first list, else today within the year. */
  readonly effectiveOn?: PlainDate;
  readonly rows: readonly ListRow[];
};

/** `duplicate`: an earlier row of the workbook stands for the project, this one wrote nothing. */
export type ListRowOutcome = 'created' | 'changed' | 'unchanged' | 'duplicate';

export type ListRowResult = {
  readonly ref: string;
  readonly outcome: ListRowOutcome;
  readonly projectId: ProjectId;
  readonly number: string;
  readonly name: string;
  readonly changed: readonly AspectKey[];
};

/** Of a project on a list of a year. `toOn` is the first day it is no longer on it. */
export type MembershipChange = {
  readonly listId: string;
  readonly year: number;
  readonly projectId: ProjectId;
  readonly change: 'added' | 'removed';
  readonly onDay: PlainDate;
};

/** The workbook puts the project on a list whose entry rule it does not meet, or not provably. */
export type ListMismatch = {
  readonly ref: string;
  readonly projectId: ProjectId;
  readonly number: string;
  readonly name: string;
  readonly listId: string;
  readonly verdict: Verdict;
};

export type ListImportResult = {
  readonly importId: ListImportId;
  /** False where the workbook said nothing new: then nothing was written. */
  readonly written: boolean;
  readonly year: number;
  readonly effectiveOn: PlainDate;
  readonly created: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly rows: readonly ListRowResult[];
  readonly memberships: readonly MembershipChange[];
  readonly mismatches: readonly ListMismatch[];
  /** On the year's lists, but not in this workbook: shown, never removed by itself. */
  readonly absent: readonly {
    readonly projectId: ProjectId;
    readonly number: string;
    readonly name: string;
  }[];
};
