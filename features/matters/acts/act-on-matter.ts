import type { City } from '#access';
import { actOnMatter, keepFiles, kindRulesOf, matterKind, seatsHeld } from '#engines/matters';
import type { InputOf } from '#http';
import { ensure, refuse } from '#kernel/refusal';
import { type actOnMatter as route, satisfactionNames } from '../contract.ts';
import { matterFor } from './matter-target.ts';
import { movedView } from './moved-view.ts';
import { ensureUnits, takeGiven } from './take-given.ts';
import { tellMove } from './tell-move.ts';

/** One action of the kind's definition, with its files; those whose move it is now are told. */
export async function takeAction(city: City, input: InputOf<typeof route>) {
  const { id, version, action, lead, support } = input;
  const before = await matterFor(city, 'matter.act', id);
  const definition = matterKind(before.row.kind);
  const declared =
    definition.actions[action] ?? refuse('matter.no_such_action', { kind: definition.text, action });
  await ensureUnits(city, [lead, ...(support ?? [])]);
  const fields = [...(declared.requires ?? []), ...(declared.takes ?? [])];
  const { given, files } = await takeGiven(city, definition, fields, input.given);
  if (declared.effect === 'satisfaction') ensureSatisfied(city, definition.id, given['satisfaction']);
  if (declared.effect === 'assign') ensure(lead ?? before.row.lead, 'matter.no_lead');
  const done = await actOnMatter(city, {
    ...{ matterId: before.row.matterId, version, action, given, lead, support },
    // The program's own moves are not made by hand, whoever asks.
    seats: ({ row }) => seatsHeld(city.actor, row).filter((seat) => seat !== 'system'),
  });
  await keepFiles(city, done.row.matterId, files);
  await tellMove(city, before, done);
  return movedView(done);
}

/** A matter does not close on a bad score: it goes back. */
function ensureSatisfied({ pack }: City, kind: string, score: unknown): void {
  const { satisfactionFloor } = kindRulesOf(pack, kind);
  if (typeof score !== 'number') return;
  ensure(score <= satisfactionFloor, 'matter.dissatisfied', { score: satisfactionNames[score - 1] });
}
