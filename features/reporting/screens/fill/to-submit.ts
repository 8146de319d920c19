import type { ReportingRow } from '../../contract.ts';
import { type Entry, factsOf } from '../queue/entry.ts';
import { isFilled } from './row-facts.ts';
import { contradictionsOf } from './row-notes.tsx';
import type { Remarks } from './use-book.ts';

export type LeftOut = 'empty' | 'unread' | 'unsaved' | 'trouble';

export type ToSubmit = {
  readonly ready: readonly ReportingRow[];
  /** Contradict themselves: to be confirmed and explained. */
  readonly doubtful: readonly ReportingRow[];
  readonly leftOut: readonly { readonly row: ReportingRow; readonly why: LeftOut }[];
};

/** Which of the rows that can be filled are fit to be reported now. */
export function toSubmit(
  rows: readonly ReportingRow[],
  entries: ReadonlyMap<string, Entry>,
  remarks: Remarks,
): ToSubmit {
  const ready: ReportingRow[] = [];
  const doubtful: ReportingRow[] = [];
  const leftOut: { row: ReportingRow; why: LeftOut }[] = [];
  for (const row of rows) {
    const entry = entries.get(row.projectId);
    if (!entry || !row.acts.includes('fill')) continue;
    const why = whyNot(entry);
    if (why) leftOut.push({ row, why });
    else if (contradictionsOf(row, remarks.get(row.projectId)).length > 0) doubtful.push(row);
    else ready.push(row);
  }
  return { ready, doubtful, leftOut };
}

function whyNot(entry: Entry): LeftOut | undefined {
  if (Object.keys(entry.unread).length > 0) return 'unread';
  if (entry.trouble) return 'trouble';
  if (!isFilled(factsOf(entry))) return 'empty';
  return Object.keys(entry.changed).length > 0 ? 'unsaved' : undefined;
}
