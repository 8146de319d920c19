import { audit, type City, ensureMay } from '#access';
import { evaluate, ruleSetOn } from '#engines/indicators';
import type { PlainDate } from '#kernel/plain-date';
import { ensure } from '#kernel/refusal';
import '../refusals.ts';

/** Evaluates the latest month due on a day. Again: only what changed since is evaluated anew. */
export async function evaluateLights(city: City, { asOf = city.today }: { asOf?: PlainDate | undefined }) {
  ensureMay(city, 'lights.evaluate', {});
  ensure(asOf <= city.today, 'lights.day_ahead', { asOf });
  const run = await evaluate(city, { asOf });
  const { month, lit, changed, takenBack, ruleSetId, ruleSetNumber } = run;
  if (changed + takenBack > 0) {
    await audit(city, {
      action: 'lights.evaluate',
      object: 'lights',
      objectId: month,
      details: { asOf, lit, changed, takenBack, ruleSetId, ruleSetNumber },
    });
  }
  return run;
}

/** From the evaluation day to the end of the month: late reports change the light of the day they come in. */
export async function evaluateIfDue(city: City): Promise<boolean> {
  const { rules } = await ruleSetOn(city, city.today);
  if (Number(city.today.slice(8)) < rules.evaluationDay) return false;
  await evaluateLights(city, {});
  return true;
}
