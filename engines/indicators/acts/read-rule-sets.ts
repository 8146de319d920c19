import type { City } from '#access';
import type { RuleSet } from '../domain/rule-set.ts';
import { findRuleSet } from '../store/light-rows.ts';

export type RuleSetReader = (version: { ruleSetId: string; ruleSetNumber: number }) => Promise<RuleSet>;

/** Reads each published version once. An evaluation without its rules is a defect: a foreign key forbids it. */
export function makeRuleSetReader(tx: City['tx']): RuleSetReader {
  const known = new Map<string, RuleSet>();
  return async ({ ruleSetId, ruleSetNumber }) => {
    const key = `${ruleSetId} ${ruleSetNumber}`;
    const rules = known.get(key) ?? (await findRuleSet(tx, ruleSetId, ruleSetNumber));
    if (!rules) throw new Error(`No rule set ${key}`);
    known.set(key, rules);
    return rules;
  };
}
