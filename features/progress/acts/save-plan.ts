import { audit, type City, ensureDifferentPerson, ensureNotSecret } from '#access';
import { approvePlan, mismatchOf, planVersionsOf } from '#engines/indicators';
import { type Month, monthNumber } from '#kernel/month';
import { ensure, refuse } from '#kernel/refusal';
import '../refusals.ts';
import { planView } from './plan-view.ts';
import { projectInReach } from './project-in-reach.ts';

type SavePlan = {
  readonly id: string;
  readonly year: number;
  readonly expectedNumber: number;
  readonly monthsFen: readonly (string | null)[];
  readonly totalFen: string | null;
  readonly reason?: string | null | undefined;
  readonly approver?: string | null | undefined;
};

/** The first version is the baseline; every later one says why and who approved it. */
export async function savePlan(city: City, input: SavePlan) {
  const { id, year, expectedNumber } = input;
  const view = await projectInReach(city, 'plan.save', id);
  const plan = {
    subjectId: id,
    year,
    monthsFen: input.monthsFen.map(fenOf),
    totalFen: fenOf(input.totalFen),
  };
  const negative = plan.monthsFen.flatMap((fen, at) => (fen !== null && fen < 0n ? [`${at + 1}月`] : []));
  ensure(negative.length === 0, 'plan.month_negative', { months: negative.join('、') });
  const [reason, approver] = [input.reason?.trim() || null, input.approver?.trim() || null];
  ensureNotSecret({ text: reason ?? '' });
  ensureDifferentPerson(city.actor.name, approver);
  const { versions } = await approvePlan(city, plan, { reason, approver });
  const [fresh] = versions;
  // Read after the plan was locked: whoever came first is seen.
  const known = await planVersionsOf(city, id, year);
  const before = known.findLast((one) => one.planId !== fresh?.planId);
  const number = before?.number ?? 0;
  if (number !== expectedNumber)
    refuse('plan.stale', { number, seen: expectedNumber, standing: before && planView(before) });
  const differenceFen = mismatchOf(plan)?.differenceFen ?? null;
  if (!fresh) return { outcome: 'unchanged' as const, number, effectiveFrom: null, differenceFen };
  await audit(city, {
    action: 'plan.save',
    object: 'plan',
    objectId: fresh.planId,
    details: {
      projectId: id,
      project: view.number,
      name: view.card.name,
      year,
      number: fresh.number,
      fromMonth: monthNumber(fresh.effectiveFrom as Month),
      totalFen: plan.totalFen,
      reason,
      approver,
    },
  });
  const outcome = fresh.kind === 'baseline' ? ('baseline' as const) : ('revision' as const);
  return { outcome, number: fresh.number, effectiveFrom: fresh.effectiveFrom, differenceFen };
}

function fenOf(text: string | null): bigint | null {
  return text === null ? null : BigInt(text);
}
