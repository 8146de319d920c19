import type { Month } from '#kernel/month';
import type { PlainDate } from '#kernel/plain-date';
import type { Mapping } from './domain/column.ts';

/** A yearly list of projects, or the reports of one month. */
export type ImportKind = 'projects' | 'reports';

/** What a person says of a workbook before it is read. */
export type ImportRequest = {
  readonly kind: ImportKind;
  readonly year: number;
  /** Reports only. */
  readonly month: Month | null;
  /** The day the workbook arrived: from then on its reports count. */
  readonly receivedOn: PlainDate;
  /** The office it came from; its corrected column mapping is remembered under this name. */
  readonly sender: string | null;
  readonly fileName: string;
  readonly mapping: Mapping | null;
};

/** How far the reader is trusted to write. */
export type WriteOptions = {
  /** Writes the rows without errors although others have some. */
  readonly acceptGood: boolean;
  /** Rows (`sheet!row`) whose similar name a person confirmed, or all of them. */
  readonly acceptSimilar: boolean | readonly string[];
  /** Demanded where a plan approved earlier changes. */
  readonly reason: string | null;
  readonly approver: string | null;
};
