import { type Month, month as readMonth } from '#kernel/month';
import type { PartialDate } from './report.ts';
import type { DutyCategory } from './subject.ts';

/** What the standing report of one month says about start and entry; only months that say something. */
export type Statement = {
  readonly month: Month;
  readonly started: boolean | null;
  readonly actualStart: PartialDate | null;
  readonly entered: boolean | null;
};

export type KnownState = {
  readonly started: boolean;
  readonly startMonth: Month | null;
  readonly entered: boolean | null;
};

/**
 * What is known at a month's end: the latest statement up to it, a silent month keeps what was known. 在建 is started by
 * definition. 新开工 starts in the month of the actual start if that is not after the month, otherwise in the first
 * month whose report says so; a later 「未开工」 withdraws it.
 */
export function knownState(
  duty: { category: DutyCategory; startedMonth: Month | null },
  statements: readonly Statement[],
  month: Month,
): KnownState {
  let started = false;
  let firstSaid: Month | null = null;
  let actualStart: Month | null = null;
  let entered: boolean | null = null;
  for (const said of statements) {
    if (said.month > month) break;
    if (said.entered !== null) entered = said.entered;
    if (said.started === false) [started, firstSaid, actualStart] = [false, null, null];
    if (said.started === true) {
      started = true;
      firstSaid ??= said.month;
    }
    if (said.actualStart !== null && said.started !== false) actualStart = monthOfPartial(said.actualStart);
  }
  if (duty.category === 'building')
    return { started: true, startMonth: duty.startedMonth ?? firstSaid, entered };
  if (!started) return { started: false, startMonth: null, entered };
  const startMonth = actualStart !== null && actualStart <= month ? actualStart : firstSaid;
  return { started: true, startMonth, entered };
}

/** The month of a day or month; December where only the year is known. */
export function monthOfPartial(date: PartialDate): Month {
  return readMonth(date.length === 4 ? `${date}-12` : date.slice(0, 7));
}
