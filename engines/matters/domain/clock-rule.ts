import type { PlainDate } from '#kernel/plain-date';

/** Minutes and hours run day and night; `xun` and `month-end` name the end of the nth 旬 or month after the start's. */
export type LimitUnit = 'minute' | 'hour' | 'day' | 'working-day' | 'xun' | 'month-end';

export type TimeLimit = { readonly amount: number; readonly unit: LimitUnit };

/** How a running deadline counts. It is kept in the event that started the clock, so a changed pack moves nothing. */
export type ClockRule = {
  /** The statutory limit, or the only one. */
  readonly limit: TimeLimit;
  /** The shorter one promised, beside it. */
  readonly promised?: TimeLimit;
  /** Whether the day of the start is day one; for days and working days only. False unless said. */
  readonly countsFirstDay?: boolean;
  /** `17:00`: what comes in later counts as come in on the next day (working days: the next working day). */
  readonly cutOff?: string;
  /** `17:00`: when the last day ends; the end of the day unless said. */
  readonly dayEnds?: string;
  /** Yellow in this time before the due instant. */
  readonly warn: TimeLimit;
  readonly pausable?: boolean;
  /** The clause that set the limit, or 平台默认值. */
  readonly basis: string;
};

/** `to` is absent while the pause lasts. */
export type ClockPause = {
  readonly from: Date;
  readonly to?: Date;
  readonly kind: string;
  readonly reason: string;
  readonly approver: string;
  readonly plannedDays: number;
};

/** A declared period that counts for no clock it covers (both days included). */
export type ExcludedPeriod = {
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly document: string;
  readonly reason: string;
};

/** One run of a clock: all its derivations need, besides the calendar and the instant. */
export type ClockRun = {
  readonly clock: string;
  /** The nth time the matter came under this clock, from 1. */
  readonly run: number;
  readonly rule: ClockRule;
  readonly startedAt: Date;
  readonly endedAt?: Date;
  readonly pauses: readonly ClockPause[];
};
