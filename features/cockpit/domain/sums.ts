import type { Light } from '#kernel/light';

export type LightSums = Readonly<Record<Light, number>>;
export type Sums = LightSums & {
  readonly owed: number;
  readonly reported: number;
  readonly planFen: bigint;
  readonly actualFen: bigint;
};

const order: readonly Light[] = ['red', 'yellow', 'grey', 'green'];

export const noLights: LightSums = { green: 0, yellow: 0, red: 0, grey: 0 };

export function lightsOf({ green, yellow, red, grey }: LightSums): LightSums {
  return { green, yellow, red, grey };
}

/** Projects with their lights, and the lights of the month before where that was evaluated. */
export function counted(now: Sums | undefined, before: Sums | undefined) {
  const hadLights = before && before.green + before.yellow + before.red + before.grey > 0;
  return {
    projects: now?.owed ?? 0,
    lights: now ? lightsOf(now) : noLights,
    lightsBefore: hadLights ? lightsOf(before) : null,
  };
}

export function worstLight(sums: LightSums): Light | null {
  return order.find((light) => sums[light] > 0) ?? null;
}
