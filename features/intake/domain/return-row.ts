import { hasError } from './finding.ts';
import type { ReportRecord } from './report-record.ts';
import type { RowResult } from './result.ts';

/** What becomes of a row of a returned workbook. */
export type ReturnFate =
  /** It may be written. */
  | 'good'
  /** The office filled nothing in: nothing is written, the month stays open. */
  | 'blank'
  | 'rejected'
  /** No listed project is behind it, and none is even proposed. */
  | 'unknown'
  /** A project with a similar name waits to be confirmed. */
  | 'similar'
  /** A project of another office than the sender may report for. */
  | 'outside';

const facts = [
  'monthFen',
  'cumFen',
  'started',
  'actualStart',
  'entered',
  'enteredOn',
  'progress',
  'problem',
  'matter',
  'matterLevel',
] as const satisfies readonly (keyof ReportRecord)[];

export type ReturnFact = (typeof facts)[number];

/** Nothing is said of the month; who filled in his name has said nothing yet. */
function saysNothing(record: ReportRecord): boolean {
  return facts.every((name) => record[name] === null);
}

/** The facts in which two rows of one project differ. */
export function differences(a: ReportRecord, b: ReportRecord): ReturnFact[] {
  return facts.filter((name) => a[name] !== b[name]);
}

/** `inReach`: whether the sender may report for the project of that number. */
export function fateOf(row: RowResult<ReportRecord>, inReach: (key: string) => boolean): ReturnFate {
  const { record } = row;
  if (record === null || row.status === 'rejected') return 'rejected';
  if (saysNothing(record) && !hasError(row.findings)) return 'blank';
  if (record.projectKey !== null) return inReach(record.projectKey) ? 'good' : 'outside';
  if (row.proposal === undefined) return 'unknown';
  return inReach(row.proposal.key) ? 'similar' : 'outside';
}
