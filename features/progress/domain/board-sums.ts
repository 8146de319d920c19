import type { SubjectLight } from '#engines/indicators';
import type { Light } from '#kernel/light';
import { percentOf } from './percent.ts';

/** A light of grey in any dimension means that the month was not reported; whatever else is known of the project. */
export function isReported({ dimensions }: SubjectLight): boolean {
  return !Object.values(dimensions).includes('grey');
}

/** Counts are known to every office; amounts only where all figures of the group are in the reader's scope. */
export function boardSums(lights: readonly SubjectLight[]) {
  const count = (light: Light) => lights.filter(({ overall }) => overall === light).length;
  const inputs = lights.flatMap((light) => light.inputs ?? []);
  const complete = inputs.length === lights.length;
  const sum = (pick: (one: (typeof inputs)[number]) => bigint | null) =>
    complete ? inputs.reduce<bigint>((total, one) => total + (pick(one) ?? 0n), 0n) : null;
  const planFen = sum((one) => one.planToMonthFen);
  const actualFen = sum((one) => one.actualToMonthFen);
  const planYearFen = sum((one) => one.planYearFen);
  return {
    projects: lights.length,
    reported: lights.filter(isReported).length,
    lights: { green: count('green'), yellow: count('yellow'), red: count('red'), grey: count('grey') },
    ...{ planFen, actualFen, planYearFen },
    completion: percentOf(actualFen, planFen),
    plannedProgress: percentOf(planFen, planYearFen),
    actualProgress: percentOf(actualFen, planYearFen),
  };
}

/** Red before yellow; within a light the largest shortfall first, unknown ones last. */
export function byUrgency(a: SubjectLight, b: SubjectLight): number {
  if (a.overall !== b.overall) return a.overall === 'red' ? -1 : 1;
  const [one, other] = [shortfall(a), shortfall(b)];
  if (one === other) return 0;
  if (one === null || other === null) return one === null ? 1 : -1;
  return one > other ? -1 : 1;
}

function shortfall({ inputs }: SubjectLight): bigint | null {
  return inputs ? (inputs.planToMonthFen ?? 0n) - (inputs.actualToMonthFen ?? 0n) : null;
}
