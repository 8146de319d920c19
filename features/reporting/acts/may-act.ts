import { type City, may } from '#access';
import { isSamePerson, type Period, reviewsAt, type StepActor, verifiedState } from '#engines/indicators';
import type { GatheredRow } from './gather-rows.ts';

export type RowAct = 'fill' | 'pass' | 'return' | 'verify' | 'ask';

/** Whether the reader acts at a step on what these hold. */
export function actsAtStep(city: City, by: StepActor, holders: readonly string[]): boolean {
  return by === 'filler' ? may(city.actor, 'report.fill', { holders }) : reviewsAt(city, by, holders);
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

/** Whether a row at a step waits for the reader; what is to be filled waits for its fillers, not for the whole city. */
export function waitsAt(city: City, by: StepActor | undefined, holders: readonly string[]): boolean {
  if (by === undefined || (by === 'filler' && city.actor.reach === 'city')) return false;
  return actsAtStep(city, by, holders);
}
