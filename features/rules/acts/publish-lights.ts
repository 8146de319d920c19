import type { City } from '#access';
import { firstFreeDay, lightsSection, publishRuleSet, type RuleSet, ruleSetOn } from '#engines/indicators';
import type { PlainDate } from '#kernel/plain-date';
import { ensure } from '#kernel/refusal';
import { type Pack, sectionOf } from '#pack';
import '../refusals.ts';

/** The light rules of a pack as a further version from a day on; months evaluated before keep theirs. */
export async function publishLights(city: City, pack: Pack, day: PlainDate): Promise<void> {
  const rules = sectionOf(pack, lightsSection);
  const free = await firstFreeDay(city, rules.evaluationDay);
  ensure(!free || day >= free.day, 'overlay.lights_too_early', { ...free, earliest: free?.day });
  // What held until now is named before the pack says something else.
  const now = await ruleSetOn(city, city.today);
  if (now.number === 0) await publishRuleSet(city, now.rules);
  await publishRuleSet(city, { ...rules, effectiveFrom: day });
}

/** The first day from which these rules may hold. */
export async function earliestDay(
  city: City,
  { evaluationDay }: Pick<RuleSet, 'evaluationDay'>,
): Promise<PlainDate> {
  const free = await firstFreeDay(city, evaluationDay);
  return free && free.day > city.today ? free.day : city.today;
}
