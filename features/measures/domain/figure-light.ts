import type { Light } from '#kernel/light';
import { daysBetween, type PlainDate } from '#kernel/plain-date';
import type { DraftTarget } from '../contract.ts';

export type FigureRule = { readonly yellow: number; readonly red: number; readonly basis: string };

export type FigureVerdict = {
  readonly light: Light;
  readonly reason: string;
  /** What the schedule asks for today; null where the target names no day or is an upper bound. */
  readonly expected: number | null;
};

type Known = {
  readonly target: Pick<DraftTarget, 'value' | 'valueMin' | 'unit' | 'comparator' | 'deadline'>;
  readonly latest: { readonly value: number; readonly onDay: PlainDate } | undefined;
  readonly issuedOn: PlainDate;
  readonly today: PlainDate;
};

/** A reported number against what should be reached by now, time spread evenly from issue to deadline. */
export function figureLight({ target, latest, issuedOn, today }: Known, rule: FigureRule): FigureVerdict {
  const { comparator, deadline, unit } = target;
  // Of a range the lower end has to be reached.
  const goal = target.valueMin ?? target.value ?? 0;
  const said = (value: number) => `${round(value)}${unit ?? ''}`;
  const late = deadline !== null && today > deadline;
  if (!latest) {
    const reason = late ? `期限${deadline}已过，没有报过数` : '还没有报数';
    return { light: late ? 'red' : 'grey', reason, expected: null };
  }
  const reported = `${latest.onDay}报${said(latest.value)}`;
  if (comparator === 'lte') {
    const kept = latest.value <= (target.value ?? goal);
    return {
      light: kept ? 'green' : 'red',
      reason: `${reported}，${kept ? '没有超过' : '超过'}上限${said(target.value ?? goal)}`,
      expected: null,
    };
  }
  if (latest.value >= goal)
    return { light: 'green', reason: `${reported}，已达到目标${said(goal)}`, expected: goal };
  if (deadline === null)
    return { light: 'grey', reason: `${reported}，目标${said(goal)}没有期限，不比进度`, expected: null };
  if (late)
    return { light: 'red', reason: `期限${deadline}已过，${reported}，目标${said(goal)}`, expected: goal };
  return onSchedule(
    said,
    { goal, value: latest.value, reported, share: shareOf(issuedOn, deadline, today) },
    rule,
  );
}

function onSchedule(
  said: (value: number) => string,
  {
    goal,
    value,
    reported,
    share,
  }: { readonly goal: number; readonly value: number; readonly reported: string; readonly share: number },
  { yellow, red, basis }: FigureRule,
): FigureVerdict {
  const expected = goal * share;
  const behind = expected <= 0 ? 0 : ((expected - value) / expected) * 100;
  const light: Light =
    behind >= red && behind > 0 ? 'red' : behind >= yellow && behind > 0 ? 'yellow' : 'green';
  const compared =
    behind > 0
      ? `比按时间均摊应达到的${said(expected)}落后${round(behind)}%`
      : `不低于按时间均摊应达到的${said(expected)}`;
  return { light, reason: `${reported}，${compared}（落后${yellow}%黄灯、${red}%红灯，${basis}）`, expected };
}

/** How much of the time has run, 0 to 1. */
function shareOf(from: PlainDate, to: PlainDate, today: PlainDate): number {
  const whole = daysBetween(from, to);
  return whole <= 0 ? 1 : Math.min(1, Math.max(0, daysBetween(from, today) / whole));
}

export function round(value: number): number {
  return Math.round(value * 100) / 100;
}
