import { type Light, lightNames } from '#kernel/light';
import type { RuleFault } from './rule-fault.ts';
import type { ConsecutiveRule, Dimension } from './rule-set.ts';

/**
 * Runs of months are an axis of their own: 1, 2, 3 … months in a row. Of two rules over the same bands the longer run
 * stands; rules over different bands that share one could both hold, so they must not ask for different lights.
 */
export function consecutiveFaults(dimension: Dimension, path: RuleFault['path']): RuleFault[] {
  const rules = dimension.consecutive ?? [];
  const faults: RuleFault[] = [];
  rules.forEach((rule, at) => {
    const here = [...path, 'consecutive', at];
    const first = rule.of[0] ?? '';
    if (rule.newYear !== 'restart' && rule.newYear !== 'continue') {
      const example = `例如上年12月和本年1月连续处于“${first}”时没有确定的灯`;
      faults.push({
        kind: 'gap',
        path: here,
        text: `${dimension.name}：没有说明连续月数在1月是否重新计算（newYear），${example}`,
      });
    }
    for (const other of rules.slice(0, at)) {
      const shared = rule.of.find((id) => other.of.includes(id));
      if (shared === undefined || rule.light === other.light || longerStands(rule, other)) continue;
      const months = Math.max(rule.months, other.months);
      const lights = `${name(other.light)}灯和${name(rule.light)}灯`;
      faults.push({
        kind: 'overlap',
        path: here,
        text: `${dimension.name}：连续 ${months} 个月处于“${shared}”时同时亮${lights}`,
      });
    }
  });
  return faults;
}

function longerStands(a: ConsecutiveRule, b: ConsecutiveRule): boolean {
  const sameBands = a.of.length === b.of.length && a.of.every((id) => b.of.includes(id));
  return sameBands && a.months !== b.months && a.newYear === b.newYear;
}

function name(light: Light): string {
  return lightNames[light];
}
