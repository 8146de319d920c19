import { type City, ensureDifferentPerson, holdsRole } from '#access';
import { defineRefusals, ensure } from '#kernel/refusal';
import { type ChainRow, firstStep, stepName, stepOf } from '../domain/chain.ts';
import type { StepActor } from '../domain/reporting-rules.ts';
import { reviewersAt } from './chain-seats.ts';
import { reportingRulesOf } from './reporting-rules-of.ts';

defineRefusals({
  'row.nothing_reported': { status: 409, text: '还没有报送，无可审核、退回或核定' },
  'row.not_at_step': { status: 409, text: '该行现在“{step}”，不在您办理的环节' },
});

const coordinators = ['coordinator-clerk', 'coordinator-section-head', 'coordinator-head'] as const;

/** Whether the caller reviews at a step what these hold: the district's reviewer its district's, the city's all. */
export function reviewsAt({ actor }: City, by: StepActor, holders: readonly string[]): boolean {
  if (by === 'coordinator') return actor.trusted !== undefined || holdsRole(actor, ...coordinators);
  return actor.roles.some(
    (held) =>
      held.role === reviewersAt[by] && held.holders?.some((holder) => holders.includes(holder)) === true,
  );
}

/**
 * Reported, past filling, at the caller's own step (the city acts at any), and not filled by the caller: filling and
 * reviewing are never one person's.
 */
export function ensureReviewable(
  city: City,
  row: ChainRow | undefined,
  holders: readonly string[],
  at: 'own-step' | 'any-step',
): void {
  const { steps } = reportingRulesOf(city);
  ensure(row?.reportNumber && row.state !== firstStep(steps), 'row.nothing_reported');
  const by = stepOf(steps, row.state)?.by;
  const isOwn = by !== undefined && reviewsAt(city, by, holders);
  const isCity = at === 'any-step' && reviewsAt(city, 'coordinator', holders);
  ensure(isOwn || isCity, 'row.not_at_step', { step: stepName(steps, row.state) });
  ensureNotFiller(city, row);
}

export function ensureNotFiller({ actor }: City, row: Pick<ChainRow, 'filledBy' | 'filledByPerson'>): void {
  ensureDifferentPerson(actor.accountId, row.filledBy);
  ensureDifferentPerson(actor.personId, row.filledByPerson);
}
