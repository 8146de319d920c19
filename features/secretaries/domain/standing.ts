import { daysBetween, type PlainDate } from '#kernel/plain-date';

/** What a visit says of the course of a project. */
export type VisitFacts = {
  readonly visitedOn: PlainDate;
  readonly nextStep: string | null;
  readonly nextOn: PlainDate | null;
};

export type Standing = {
  readonly lastOn: PlainDate | null;
  /** Days since the last visit; null: there was none. */
  readonly daysSilent: number | null;
  readonly silent: boolean;
  readonly nextStep: string | null;
  readonly nextOn: PlainDate | null;
  /** Its day is over and no later visit took it up. */
  readonly nextLate: boolean;
};

/**
 * How a project is accompanied today. The next step is that of the latest visit that named one and was not followed by
 * another visit on or after its day: who came then has done it or said a new one.
 */
export function standingOf(
  visits: readonly VisitFacts[],
  today: PlainDate,
  silentAfterDays: number,
): Standing {
  const inOrder = visits.toSorted((a, b) => (a.visitedOn < b.visitedOn ? 1 : -1));
  const [last] = inOrder;
  const daysSilent = last ? daysBetween(last.visitedOn, today) : null;
  const step = inOrder.find(({ nextStep }) => nextStep !== null);
  const isTakenUp =
    step?.nextOn != null && inOrder.some((one) => one !== step && one.visitedOn >= (step.nextOn ?? ''));
  const next = step && !isTakenUp ? step : undefined;
  return {
    lastOn: last?.visitedOn ?? null,
    daysSilent,
    silent: daysSilent === null || daysSilent > silentAfterDays,
    nextStep: next?.nextStep ?? null,
    nextOn: next?.nextOn ?? null,
    nextLate: next?.nextOn != null && next.nextOn < today,
  };
}
