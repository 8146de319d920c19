import Type from 'typebox';
import { definePackSection } from '#pack';
import { proveRuleSet } from './domain/prove-rule-set.ts';
import { readRuleSet } from './domain/read-rule-set.ts';
import type { RuleSet } from './domain/rule-set.ts';

const unread: RuleSet = {
  id: '',
  name: '',
  effectiveFrom: '2000-01-01',
  basis: '',
  evaluationDay: 1,
  order: [],
  dimensions: [],
};

/** `lights.yaml`: a city's own replaces the platform's as a whole. One that leaves a gap or an overlap is a problem. */
export const lightsSection = definePackSection<RuleSet>({
  id: 'lights',
  files: ['lights.yaml'],
  read(files) {
    const yaml = files.yaml('lights.yaml', Type.Unknown());
    if (!yaml) return files.result(unread);
    const { ruleSet, faults } = readRuleSet(yaml.value);
    for (const fault of ruleSet ? proveRuleSet(ruleSet) : faults) {
      files.report(yaml.at(...fault.path), fault.text, remedies[fault.kind]);
    }
    return files.result(ruleSet ?? unread);
  },
});

const remedies = {
  gap: '请为这一情形补上一盏灯，或调整相邻范围的边界',
  overlap: '请调整边界，使每个值只落入一个范围',
  empty: '请检查上下限是否写反，或删去这一范围',
  unreadable: '请按说明改正',
} as const;
