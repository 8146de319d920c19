import type { City } from '#access';
import { clockWorld, instantOf, kindRulesOf, matterKind } from '#engines/matters';
import type { InputOf } from '#http';
import type { matterClocks as route } from '../contract.ts';
import { clockTables } from './clock-lines.ts';
import { seenMatter } from './matter-target.ts';

/** How every clock was counted, day by day: for whoever sees the matter, its raiser included. */
export async function viewClocks(city: City, input: InputOf<typeof route>) {
  const asOf = input.asOf === undefined ? undefined : new Date(input.asOf);
  const held = await seenMatter(city, input.id, asOf);
  const definition = matterKind(held.row.kind);
  const world = await clockWorld(city, definition.id, asOf ?? instantOf(city));
  const rules = kindRulesOf(city.pack, definition.id);
  return { now: world.asOf, clocks: clockTables({ definition, rules, world }, held) };
}
