import { type Condition, compileCondition, type Facts, type Verdict } from '#kernel/condition';
import { daysBetween, isPlainDate, type PlainDate } from '#kernel/plain-date';
import type { ClockRule } from './clock-rule.ts';
import type { Seat } from './definition.ts';

/** A limit of a pack: the rule, what it is for certain matters, and the field that names the day instead. */
export type ClockPolicy = {
  readonly rule: ClockRule;
  /** A field in which somebody gives the last day; without a day the rule's limit holds. */
  readonly until?: string;
  /** Read from the top, the first that is met holds. */
  readonly cases: readonly { readonly when: Condition; readonly rule: ClockRule }[];
};

export type PauseRule = {
  readonly id: string;
  readonly text: string;
  readonly longestDays: number;
  readonly approver: Seat;
  readonly basis: string;
};

export type Choice = { readonly id: string; readonly text: string; readonly clause?: string };

/** What a pack says of one kind of matter. */
export type KindRules = {
  /** The city does not use this kind. */
  readonly off: boolean;
  /** Without an intake of its own, only what bears the number of another system comes in. */
  readonly ownIntake: boolean;
  /** What the city calls it, where that is not the kind's own name. */
  readonly text?: string;
  /** What somebody who raises one should know. */
  readonly notice?: string;
  readonly clocks: Readonly<Record<string, ClockPolicy>>;
  readonly pauses: readonly PauseRule[];
  /** What each field of the kind `choice` offers. */
  readonly choices: Readonly<Record<string, readonly Choice[]>>;
  /** The worst of the five levels of satisfaction (1 the best) with which a matter may close. */
  readonly satisfactionFloor: number;
};

/** The rule a clock is held to that starts now: it goes into the event and stays what it is. */
export function clockRuleFor(policy: ClockPolicy, facts: Facts, startsOn: PlainDate): ClockRule {
  const rule = casesOf(policy).find(({ ask }) => ask(facts).result === 'met')?.rule ?? policy.rule;
  const day = policy.until === undefined ? undefined : facts[policy.until];
  if (typeof day !== 'string' || !isPlainDate(day)) return rule;
  const { promised: _, countsFirstDay: _first, cutOff: _cutOff, ...rest } = rule;
  const amount = Math.max(0, daysBetween(startsOn, day));
  return { ...rest, limit: { amount, unit: 'day' }, basis: `约定于${day}前` };
}

type AskedCase = { readonly rule: ClockRule; readonly ask: (facts: Facts) => Verdict };

const compiled = new WeakMap<ClockPolicy, readonly AskedCase[]>();

function casesOf(policy: ClockPolicy): readonly AskedCase[] {
  const kept = compiled.get(policy);
  if (kept) return kept;
  const asked = policy.cases.map(({ when, rule }) => ({ rule, ask: compileCondition(when) }));
  compiled.set(policy, asked);
  return asked;
}
