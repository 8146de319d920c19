import { type Light, lightNames } from '#kernel/light';
import { stretchOf } from './cut.ts';
import { type Formula, formulas, valueText } from './formula.ts';
import { type PartitionFault, partitionFaults } from './partition.ts';
import { consecutiveFaults } from './prove-consecutive.ts';
import type { RuleFault } from './rule-fault.ts';
import type { Dimension, RuleSet } from './rule-set.ts';

const everyMonth = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const;
const everyLight = Object.keys(lightNames) as Light[];

/**
 * No fault: whatever the figures and the month, every dimension that applies has exactly one light, and so has the whole.
 * Shown by partition of each axis between its borders, never by trying values.
 */
export function proveRuleSet(ruleSet: RuleSet): RuleFault[] {
  const dimensions = ruleSet.dimensions.flatMap((dimension, at) => {
    const path = ['dimensions', at];
    return [
      ...stateFaults(dimension, path),
      ...bandFaults(dimension, path),
      ...consecutiveFaults(dimension, path),
    ];
  });
  return [...dimensions, ...overallFaults(ruleSet)];
}

function bandFaults(dimension: Dimension, path: RuleFault['path']): RuleFault[] {
  const formula = formulas[dimension.formula];
  const seen = new Map<string, { fault: PartitionFault; months: number[] }>();
  for (const month of everyMonth) {
    const pieces = dimension.bands
      .filter((band) => band.months?.includes(month) ?? true)
      .map((band) => ({ id: band.id, stretch: stretchOf(band, formula.axis) }));
    for (const fault of partitionFaults(pieces, formula.axis)) {
      const key = JSON.stringify(fault, (_, value) => (typeof value === 'bigint' ? String(value) : value));
      const known = seen.get(key) ?? { fault, months: [] };
      known.months.push(month);
      seen.set(key, known);
    }
  }
  return [...seen.values()].map(({ fault, months }) => {
    const text = `${dimension.name}：${bandFaultText(dimension, formula, fault, months)}`;
    return { kind: fault.kind, path: [...path, 'bands'], text };
  });
}

function bandFaultText(
  dimension: Dimension,
  formula: Formula,
  fault: PartitionFault,
  months: readonly number[],
): string {
  if (fault.kind === 'empty') return `“${fault.piece}”的范围里没有任何值`;
  const exact = valueText(fault.example, formula.unit);
  const value = `${formula.name}恰为 ${exact}${formula.unit === '%' ? ' ' : ''}时`;
  const example = `例如${formula.exampleOf(fault.example)}`;
  if (fault.kind === 'gap') return `${monthsText(months)}${value}没有灯，${example}`;
  const lights = fault.pieces.map((id) => lightNames[dimension.bands.find((band) => band.id === id)!.light]);
  const [first, second] = fault.pieces;
  return `${monthsText(months)}${value}同时落入“${first}”（${lights[0]}灯）和“${second}”（${lights[1]}灯），${example}`;
}

function stateFaults(dimension: Dimension, path: RuleFault['path']): RuleFault[] {
  const formula = formulas[dimension.formula];
  return Object.entries(formula.states).flatMap(([state, words]) => {
    const lights = everyMonth.map(
      (month) =>
        dimension.states.filter((rule) => rule.state === state && (rule.months?.includes(month) ?? true))
          .length,
    );
    const missing = everyMonth.filter((month) => lights[month - 1] === 0);
    const twice = everyMonth.filter((month) => (lights[month - 1] ?? 0) > 1);
    const at = [...path, 'states'];
    const name = `${dimension.name}：`;
    return [
      ...(missing.length > 0
        ? [
            {
              kind: 'gap' as const,
              path: at,
              text: `${name}${monthsText(missing)}${words}时没有灯（${state}）`,
            },
          ]
        : []),
      ...(twice.length > 0
        ? [
            {
              kind: 'overlap' as const,
              path: at,
              text: `${name}${monthsText(twice)}${words}时有两盏灯（${state}）`,
            },
          ]
        : []),
    ];
  });
}

function overallFaults({ order, dimensions }: RuleSet): RuleFault[] {
  const path = ['order'];
  const faults: RuleFault[] = [];
  for (const light of everyLight) {
    const times = order.filter((one) => one === light).length;
    const name = lightNames[light];
    if (times === 0) faults.push({ kind: 'gap', path, text: `总灯：各项均为${name}灯时没有总灯` });
    if (times > 1) faults.push({ kind: 'overlap', path, text: `总灯：${name}灯在先后次序中出现两次` });
  }
  if (!dimensions.some((dimension) => formulas[dimension.formula].alwaysApplies)) {
    const text = '总灯：没有一项对所有项目都适用，例如续建项目从未填报时没有总灯';
    faults.push({ kind: 'gap', path: ['dimensions'], text });
  }
  return faults;
}

function monthsText(months: readonly number[]): string {
  return months.length === everyMonth.length ? '' : `${months.join('、')}月，`;
}
