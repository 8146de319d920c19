import { dueOf } from './clock.ts';
import type { ClockWorld } from './clock-stops.ts';
import type { MatterDefinition } from './definition.ts';
import type { Matter } from './matter.ts';
import { statesOf } from './states.ts';

export type CallBack = { readonly action: string; readonly to: string; readonly dueAt: Date };

/** What the program does by itself when the raiser has not answered in time: the action, and after which instant. */
export function findCallBack(
  definition: MatterDefinition,
  matter: Matter,
  world: ClockWorld,
): CallBack | undefined {
  const found = Object.entries(definition.actions).find(
    ([, { effect, from }]) => effect === 'call-back-timeout' && statesOf(from).includes(matter.state),
  );
  const run = matter.clocks.find(
    ({ clock, endedAt }) => !endedAt && definition.clocks[clock]?.against === 'raiser',
  );
  if (!found || !run) return undefined;
  const [action, { to }] = found;
  return { action, to, dueAt: dueOf(run, world).dueAt };
}
