import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Dimension } from '../domain/rule-set.ts';
import { type RuleSet, readRuleSet } from '../index.ts';

/** The platform's default rules, as they ship. */
export const defaultRules: RuleSet = (() => {
  const text = readFileSync(join(import.meta.dirname, '../../../packs/china/lights.yaml'), 'utf8');
  const { ruleSet, faults } = readRuleSet(parse(text));
  if (!ruleSet) throw new Error(faults.map((fault) => fault.text).join('\n'));
  return ruleSet;
})();

export function aDimension(change: Partial<Dimension> = {}): Dimension {
  const progress = defaultRules.dimensions.find(({ id }) => id === 'progress') as Dimension;
  return { ...progress, ...change };
}

export function aRuleSet(change: Partial<RuleSet> = {}): RuleSet {
  return { ...defaultRules, ...change };
}
