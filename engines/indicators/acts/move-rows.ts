import type { City } from '#access';
import { newId } from '#kernel/id';
import type { Month } from '#kernel/month';
import { type ChainRow, firstStep, nextStep, type StepAct, verifiedState } from '../domain/chain.ts';
import type { SubjectId } from '../domain/subject.ts';
import { type KeptRow, putChainRows, readChainRows } from '../store/chain-row.ts';
import type { NewStepEntry } from '../store/chain-step.ts';
import { openSeatBook } from './chain-seats.ts';
import { reportingRulesOf } from './reporting-rules-of.ts';

export type RowMove = {
  readonly subjectId: SubjectId;
  readonly act: Extract<StepAct, 'submit' | 'pass' | 'return' | 'verify'>;
  /** The report it is about; left out: the one it was about before. */
  readonly reportNumber?: number | null;
  readonly onBehalfOf?: string | null;
  readonly reason?: string | null;
};

/**
 * Moves rows on or back, with what was done in the log. Called with the subjects locked and the report filed, in the
 * same transaction; the only writer of where a row stands, beside the drafts. `known`: the rows as they were locked.
 */
export async function moveRows(
  city: City,
  month: Month,
  moves: readonly RowMove[],
  known?: ReadonlyMap<SubjectId, ChainRow>,
): Promise<void> {
  if (moves.length === 0) return;
  const { tx, actor, now } = city;
  const { steps } = reportingRulesOf(city);
  const ids = moves.map(({ subjectId }) => subjectId);
  const rows = known ?? new Map((await readChainRows(tx, month, ids)).map((row) => [row.subjectId, row]));
  const asksSeats = moves.some(({ act }) => act === 'submit' || act === 'pass');
  const seats = asksSeats ? await openSeatBook(city, ids) : undefined;
  const first = firstStep(steps);
  const last = steps.at(-1)?.id ?? first;
  const self = { accountId: actor.accountId, personId: actor.personId ?? null };
  const kept: KeptRow[] = [];
  const entries: NewStepEntry[] = [];
  for (const move of moves) {
    const { subjectId, act, onBehalfOf = null, reason = null } = move;
    const row = rows.get(subjectId);
    const { reportNumber = row?.reportNumber ?? null } = move;
    const isFilled = act === 'submit' || (act === 'verify' && row?.reportNumber !== reportNumber);
    const filler = isFilled
      ? self
      : { accountId: row?.filledBy ?? null, personId: row?.filledByPerson ?? null };
    const from = act === 'submit' ? first : (row?.state ?? first);
    const state =
      act === 'return'
        ? first
        : act === 'verify' || !seats
          ? verifiedState
          : nextStep(steps, from, seats(subjectId, filler));
    const filled = isFilled
      ? {
          ...{ filledBy: self.accountId, filledByPerson: self.personId, filledByName: actor.name },
          ...{ onBehalfOf, filledAt: now },
        }
      : fillerOf(row);
    kept.push({ subjectId, state, reportNumber, returned: act === 'return', ...filled });
    entries.push({
      ...{
        entryId: newId<'report-step'>(),
        subjectId,
        month,
        act,
        step: act === 'verify' ? last : from,
        toState: state,
        reportNumber,
      },
      ...{ ...self, name: actor.name, onBehalfOf, reason },
    });
  }
  await putChainRows(tx, month, kept, entries);
}

function fillerOf(row: ChainRow | undefined) {
  return {
    filledBy: row?.filledBy ?? null,
    filledByPerson: row?.filledByPerson ?? null,
    filledByName: row?.filledByName ?? null,
    onBehalfOf: row?.onBehalfOf ?? null,
    filledAt: row?.filledAt ?? null,
  };
}
