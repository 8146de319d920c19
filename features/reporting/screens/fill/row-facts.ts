import type { InputOf } from '#http/client';
import { addToMonth, type Month } from '#kernel/month';
import { type ReportingRow, type StepDue, type saveDrafts, verifiedState } from '../../contract.ts';
import { type Facts, factNames } from '../grid/fact.ts';
import type { Entry, Standing } from '../queue/entry.ts';
import { factsOf, isUnsaved } from '../queue/entry.ts';
import { texts } from '../texts.ts';

type SentFacts = NonNullable<InputOf<typeof saveDrafts>['rows'][number]['facts']>;

/** What the row says now: its draft, else what counts, else what is known without asking again. */
export function standingOf(row: ReportingRow): Standing {
  const said = row.draft ?? (isVerified(row) ? row.verified : null) ?? row.reported ?? knownBefore(row);
  const facts = Object.fromEntries(factNames.map((fact) => [fact, said[fact] ?? null])) as Facts;
  return { version: row.version, facts };
}

export function isVerified({ state }: ReportingRow): boolean {
  return state === verifiedState;
}

/** What does not change from month to month; a project under construction was started. */
function knownBefore({ before, category }: ReportingRow): Partial<Facts> {
  const { started = null, actualStart = null, entered = null, enteredOn = null } = before ?? {};
  return { started: started ?? (category === 'building' ? true : null), actualStart, entered, enteredOn };
}

/** The whole draft for the server: what the grid shows, and what of the row it does not show. */
export function sentFacts(row: ReportingRow | undefined, facts: Facts): SentFacts {
  const said = row?.draft ?? row?.reported;
  const { matter = null, matterLevel = null, reporter = null, reportedOn = null } = said ?? {};
  return { matter, matterLevel, reporter, reportedOn, ...facts } as SentFacts;
}

/** Done in the year before the period: null where the month right before it said nothing. */
export function doneBefore(row: ReportingRow, months: readonly Month[]): string | null {
  const first = months[0];
  if (first?.endsWith('-01')) return '0';
  return first && row.lastMonth === addToMonth(first, -1) ? row.lastCumFen : null;
}

export type RowKind = 'empty' | 'draft' | 'returned' | 'reported' | 'verified';

/** Where a row stands for who fills it. */
export function kindOf(row: ReportingRow, entry: Entry | undefined, steps: readonly StepDue[]): RowKind {
  if (isVerified(row)) return 'verified';
  if (steps.find(({ id }) => id === row.state)?.by !== 'filler') return 'reported';
  const isNewer = entry !== undefined && (isUnsaved(entry) || entry.standing.version > row.version);
  const isTyped = row.draft !== null || isNewer;
  if (row.returned && !isTyped) return 'returned';
  const { facts } = entry ? { facts: factsOf(entry) } : standingOf(row);
  return isTyped && isFilled(facts) ? 'draft' : row.returned ? 'returned' : 'empty';
}

/** Enough is said to be reported. */
export function isFilled({ monthFen, cumFen }: Facts): boolean {
  return monthFen !== null && cumFen !== null;
}

/** What the row waits for, as its filler sees it. */
export function stateNameOf(row: ReportingRow, entry: Entry | undefined, steps: readonly StepDue[]): string {
  const kind = kindOf(row, entry, steps);
  if (kind !== 'reported') return texts.filters[kind];
  return texts.waitsFor(steps.find(({ id }) => id === row.state)?.name ?? '');
}
