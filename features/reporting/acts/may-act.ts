import { type City, may } from '#access';
import { isSamePerson, type Period, reviewersAt, type StepActor, verifiedState } from '#engines/indicators';
import type { GatheredRow } from './gather-rows.ts';

export type RowAct = 'fill' | 'pass' | 'return' | 'verify' | 'ask';

/** Whether the reader reviews at a step what these hold: the district's reviewer its district's, the city's its own. */
export function actsAtStep({ actor }: City, by: StepActor, holders: readonly string[]): boolean {
  if (by === 'coordinator') return may(actor, 'report.verify', {});
  if (by === 'filler') return may(actor, 'report.fill', { holders });
  return actor.roles.some(
    (held) =>
      held.role === reviewersAt[by] && held.holders?.some((holder) => holders.includes(holder)) === true,
  );
}

/** Whether the reader filled it: filling and reviewing are never one person's. */
export function didFill({ actor }: City, { row }: GatheredRow): boolean {
  if (!row) return false;
  const self = { accountId: actor.accountId, personId: actor.personId ?? null };
  return isSamePerson(self, { accountId: row.filledBy, personId: row.filledByPerson });
}

/** What the reader may do to a row now. */
export function actsOn(city: City, { days, lock }: Period, one: GatheredRow): RowAct[] {
  const { actor, today } = city;
  const { holders, state, row } = one;
  const fills = may(actor, 'report.fill', { holders });
  if (lock) return fills ? ['ask'] : [];
  const step = days.steps.find(({ id }) => id === state);
  const acts: RowAct[] = [];
  if (fills && step?.by === 'filler' && today >= days.opensOn) acts.push('fill');
  if (!row?.reportNumber || step?.by === 'filler' || didFill(city, one)) return acts;
  const verifies = may(actor, 'report.verify', {});
  const own = step !== undefined && actsAtStep(city, step.by, holders);
  if (own && step.by !== 'coordinator') acts.push('pass');
  if (own || verifies) acts.push('return');
  if (verifies && state !== verifiedState) acts.push('verify');
  return acts;
}

/** Whether a row waits for the reader: it is at the step the reader acts at. */
export function waitsFor(city: City, { days }: Period, one: GatheredRow): boolean {
  const step = days.steps.find(({ id }) => id === one.state);
  if (!step || !actsAtStep(city, step.by, one.holders)) return false;
  if (step.by === 'filler') return city.actor.reach === 'holders';
  return !didFill(city, one);
}
