import { type City, ensureNotSecret } from '#access';
import {
  type HeldMatter,
  keepFiles,
  matterDetail,
  matterKind,
  type NewMatter,
  type Seat,
  seatsHeld,
  splitMatter,
} from '#engines/matters';
import type { ProjectId } from '#engines/registry';
import type { InputOf } from '#http';
import { ensure } from '#kernel/refusal';
import type { splitMatter as route } from '../contract.ts';
import { matterFor } from './matter-target.ts';
import { movedView } from './moved-view.ts';
import { mayNotOpen } from './open-matter.ts';
import { projectFacts } from './project-facts.ts';
import { ensureUnits } from './take-given.ts';
import { tellMove } from './tell-move.ts';

const offices: readonly Seat[] = ['coordinator', 'government-office', 'supervision-office'];

/**
 * Each part is opened as a matter of its own under the same raiser, with its words in place of the first text the kind
 * asks for; files the kind asks for go along.
 */
export async function splitIntoParts(city: City, input: InputOf<typeof route>) {
  const { row, matter } = await matterFor(city, 'matter.steer', input.id);
  const definition = matterKind(row.kind);
  const words = definition.opens.requires.find((field) => definition.fields[field]?.kind === 'text');
  ensure(words, 'matter.not_split', { kind: definition.text });
  for (const { title, content } of input.parts) ensureNotSecret({ text: `${title}\n${content}` });
  await ensureUnits(
    city,
    input.parts.flatMap(({ lead, support = [] }) => [lead, ...support]),
  );
  const held = seatsHeld(city.actor, row).filter((seat) => offices.includes(seat));
  const seat = held.find((one) => definition.opens.by.includes(one)) ?? mayNotOpen(definition);
  const asked = [...definition.opens.requires, ...(definition.opens.takes ?? [])];
  const given = Object.fromEntries(asked.map((field) => [field, matter.given[field]]));
  const facts = row.projectId ? (await projectFacts(city, row.projectId as ProjectId)).facts : undefined;
  const parts = input.parts.map(
    ({ title, content, lead, support }): NewMatter => ({
      ...{ kind: row.kind, title, given: { ...given, [words]: content }, seat, source: 'split', facts },
      ...{ projectId: row.projectId ?? undefined, orgId: row.orgId ?? undefined },
      ...{ enterprise: row.enterprise ?? undefined, urgent: row.urgent, guarded: row.guarded },
      ...{ lead: lead ?? row.lead ?? undefined, support, raiser: row.raiser ?? undefined },
      districts: row.districts,
    }),
  );
  const opened = await splitMatter(city, { matterId: row.matterId, version: input.version, seat }, parts);
  for (const part of opened) {
    await keepGivenFiles(city, row.matterId, part);
    await tellMove(city, undefined, part);
  }
  return { parts: opened.map(movedView) };
}

async function keepGivenFiles(city: City, from: HeldMatter['row']['matterId'], part: HeldMatter) {
  const { files } = await matterDetail(city, from);
  const named = Object.entries(part.matter.given).flatMap(([field, value]) =>
    files.flatMap(({ fileId, name, innerOnly }) =>
      Array.isArray(value) && value.includes(fileId) ? [{ fileId, name, field, inner: innerOnly }] : [],
    ),
  );
  await keepFiles(city, part.row.matterId, named);
}
