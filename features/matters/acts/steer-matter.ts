import { type City, ensureNotSecret } from '#access';
import * as engine from '#engines/matters';
import type { InputOf } from '#http';
import { ensure } from '#kernel/refusal';
import type * as routes from '../contract.ts';
import { isInsider } from './insider.ts';
import { matterFor, seenMatter } from './matter-target.ts';
import { movedView } from './moved-view.ts';
import { ensureUnits } from './take-given.ts';
import { tellMove } from './tell-move.ts';

type Steered = { readonly id: engine.MatterId; readonly reason: string };

const offices: readonly engine.Seat[] = ['coordinator', 'government-office', 'supervision-office'];

/** The matter and the office's seat from which it is steered. */
async function steered(city: City, { id, reason }: Steered) {
  ensureNotSecret({ text: reason });
  const before = await matterFor(city, 'matter.steer', id);
  const seat = engine.seatsHeld(city.actor, before.row).find((one) => offices.includes(one));
  return { before, at: { matterId: before.row.matterId, seat: seat ?? ('coordinator' as const) } };
}

/** Another unit leads by decision of an office; it is told, and no bounce is counted. */
export async function handOver(city: City, input: InputOf<typeof routes.handOverMatter>) {
  const { before, at } = await steered(city, input);
  const { version, lead, reason } = input;
  await ensureUnits(city, [lead]);
  const done = await engine.handOver(city, { ...at, version, lead, reason });
  await tellMove(city, before, done);
  return movedView(done);
}

export async function setSupport(city: City, input: InputOf<typeof routes.setMatterSupport>) {
  const { at } = await steered(city, input);
  const { version, support, reason } = input;
  await ensureUnits(city, support);
  return movedView(await engine.setSupport(city, { ...at, version, support, reason }));
}

export async function setLevel(city: City, input: InputOf<typeof routes.setMatterLevel>) {
  const { at } = await steered(city, input);
  const { version, level, reason } = input;
  return movedView(await engine.setLevel(city, { ...at, version, level, reason }));
}

export async function mergeMatter(city: City, input: InputOf<typeof routes.mergeMatter>) {
  const { before, at } = await steered(city, input);
  const { version, into, reason } = input;
  await seenMatter(city, into);
  const done = await engine.mergeMatter(city, { ...at, version, into, reason });
  await tellMove(city, before, done);
  return movedView(done);
}

export async function remark(city: City, { id, text, inner }: InputOf<typeof routes.remarkOnMatter>) {
  ensureNotSecret({ text });
  const { row } = await matterFor(city, 'matter.remark', id);
  const seats = engine.seatsHeld(city.actor, row);
  ensure(!inner || isInsider(city.actor, seats), 'matter.inner_by_office');
  const at = { matterId: row.matterId, version: undefined, seat: seats[0] ?? ('raiser' as const) };
  return movedView(await engine.remark(city, { ...at, text, inner }));
}

/** Both ends must be seen by whoever links them. */
export async function link(city: City, input: InputOf<typeof routes.linkMatter>) {
  const { id, version, to, link: kind } = input;
  const { row } = await matterFor(city, 'matter.link', id);
  await seenMatter(city, to);
  const seat = engine.seatsHeld(city.actor, row)[0] ?? 'raiser';
  return movedView(await engine.linkMatters(city, { matterId: row.matterId, version, to, link: kind, seat }));
}
