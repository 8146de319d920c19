import type { City } from '#access';
import type { Month } from '#kernel/month';
import type { PlainDate } from '#kernel/plain-date';
import { defineRefusals, ensure, refuse } from '#kernel/refusal';
import { sectionOf } from '#pack';
import { proveRuleSet } from '../domain/prove-rule-set.ts';
import { readRuleSet } from '../domain/read-rule-set.ts';
import type { RuleSet } from '../domain/rule-set.ts';
import { lightsSection } from '../lights-section.ts';
import { addRuleSet, findRuleSetOn, type PublishedRuleSet, readRuleSets } from '../store/rule-set-rows.ts';
import { dueDay } from './published-rule-sets.ts';

defineRefusals({
  'lights.unreadable': { status: 422, text: '亮灯规则写法有误：{first}' },
  'lights.incomplete': { status: 422, text: '亮灯规则不完整，不能发布：{first}' },
  'lights.no_rule_set': { status: 409, text: '{asOf} 没有生效的亮灯规则' },
});

/** Publishes a rule set as the next version, if it is proved to give every case exactly one light. */
export async function publishRuleSet(city: City, raw: unknown): Promise<PublishedRuleSet> {
  const { ruleSet, faults } = readRuleSet(raw);
  if (!ruleSet) refuse('lights.unreadable', { first: faults[0]?.text, faults });
  const gaps = proveRuleSet(ruleSet);
  if (gaps.length > 0) refuse('lights.incomplete', { first: gaps[0]?.text, faults: gaps });
  const earlier = (await readRuleSets(city.tx)).filter(({ rules }) => rules.id === ruleSet.id);
  const number = Math.max(0, ...earlier.map((one) => one.number)) + 1;
  await addRuleSet(city.tx, number, ruleSet, city.actor.name);
  return { number, rules: ruleSet, publishedAt: city.now, publishedBy: city.actor.name };
}

/** The rule set in force on a day; a city that never published one works by its pack's. */
export async function ruleSetOn(city: City, asOf: PlainDate): Promise<{ number: number; rules: RuleSet }> {
  const published = await findRuleSetOn(city.tx, asOf);
  if (published) return published;
  const rules = sectionOf(city.pack, lightsSection);
  ensure(rules.effectiveFrom <= asOf, 'lights.no_rule_set', { asOf });
  return { number: 0, rules };
}

/** As `ruleSetOn`, and a pack's rule set about to be used is published first, so that evaluations can name it. */
export async function ruleSetToUse(city: City, asOf: PlainDate): Promise<{ number: number; rules: RuleSet }> {
  const found = await ruleSetOn(city, asOf);
  return found.number > 0 ? found : publishRuleSet(city, found.rules);
}

/** The rules an earlier month is lit by: those that were in force when it was due, however late it is evaluated again. */
export async function ruleSetOfMonth(
  city: City,
  month: Month,
  asOf: PlainDate,
): Promise<{ number: number; rules: RuleSet }> {
  const now = await ruleSetToUse(city, asOf);
  const due = dueDay(month, now.rules.evaluationDay);
  return due < asOf && (await findRuleSetOn(city.tx, due)) ? ruleSetToUse(city, due) : now;
}
