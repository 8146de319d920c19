import type { Light } from '#kernel/light';
import type { Fen } from '#kernel/money';
import type { LightInputs } from './light-inputs.ts';

export type LightCounts = Readonly<Record<Light, number>> & { readonly notApplicable: number };

/**
 * Sums of a group at a month-end: plan of all its subjects, actual of those that reported. A report without a
 * cumulative amount counts as come in, though its light is grey.
 */
export type GroupLights = {
  readonly projects: number;
  readonly reported: number | null;
  readonly overall: LightCounts;
  readonly dimensions: Readonly<Record<string, LightCounts>>;
  /** Null where some figure of the group lies outside the reader's scope. */
  readonly planToMonthFen: Fen | null;
  readonly actualToMonthFen: Fen | null;
  readonly planYearFen: Fen | null;
};

export type CountedLight = {
  readonly overall: Light;
  readonly dimensions: Readonly<Record<string, Light | null>>;
  /** Undefined: outside the reader's scope. */
  readonly inputs: LightInputs | undefined;
};

export function sumLights(lights: readonly CountedLight[], dimensionIds: readonly string[]): GroupLights {
  const inputs = lights.flatMap((light) => light.inputs ?? []);
  const complete = inputs.length === lights.length;
  const sum = (pick: (one: LightInputs) => Fen | null) =>
    complete ? inputs.reduce<Fen>((total, one) => total + (pick(one) ?? 0n), 0n) : null;
  return {
    projects: lights.length,
    reported: complete ? inputs.filter(({ reportNumber }) => reportNumber !== null).length : null,
    overall: countLights(lights.map(({ overall }) => overall)),
    dimensions: Object.fromEntries(
      dimensionIds.map((id) => [id, countLights(lights.map(({ dimensions }) => dimensions[id] ?? null))]),
    ),
    planToMonthFen: sum(({ planToMonthFen }) => planToMonthFen),
    actualToMonthFen: sum(({ actualToMonthFen }) => actualToMonthFen),
    planYearFen: sum(({ planYearFen }) => planYearFen),
  };
}

function countLights(lights: readonly (Light | null)[]): LightCounts {
  const count = (wanted: Light | null) => lights.filter((light) => light === wanted).length;
  return {
    green: count('green'),
    yellow: count('yellow'),
    red: count('red'),
    grey: count('grey'),
    notApplicable: count(null),
  };
}
