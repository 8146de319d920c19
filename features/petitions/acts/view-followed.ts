import type { City } from '#access';
import {
  type ClockWorld,
  clockTable,
  clockWorld,
  dueOf,
  getMatter,
  type HeldMatter,
  instantOf,
  kindRulesOf,
  leftText,
  limitText,
  matterDetail,
  matterKind,
  openActions,
} from '#engines/matters';
import { getOrganisation, type OrgId } from '#engines/registry';
import { satisfactionNames } from '#features/matters';
import type { FileId } from '#files';
import { refuse } from '#kernel/refusal';
import type { PublicKind } from '../contract.ts';
import { raiserAsks, toldEvents, toldFiles } from '../domain/told-events.ts';
import { findPetition } from '../store/petition.ts';

/** A petition as its raiser sees it: state, clocks day by day, results; inner words and other units' opinions never. */
export async function viewFollowed(city: City, held: HeldMatter) {
  const { row, matter, events } = held;
  const definition = matterKind(row.kind);
  const [petition, detail, unit, world] = await Promise.all([
    findPetition(city.tx, row.matterId),
    matterDetail(city, row.matterId),
    row.lead ? getOrganisation(city, row.lead as OrgId) : null,
    clockWorld(city, row.kind, instantOf(city)),
  ]);
  if (!petition) refuse('matter.unknown');
  const files = toldFiles(events);
  const actions = openActions(definition, matter, ['raiser']);
  const { choices } = kindRulesOf(city.pack, row.kind);
  return {
    ...{ number: row.number, kind: row.kind as PublicKind, kindName: definition.text, version: row.version },
    language: petition.language,
    state: { id: row.state, name: definition.states[row.state] ?? row.state },
    ...{ closed: row.closedAt !== null, openedAt: row.openedAt, unit: unit?.name ?? null },
    category: {
      id: row.category ?? '',
      name: choices['category']?.find(({ id }) => id === row.category)?.text ?? '',
    },
    content: String(matter.given['content'] ?? ''),
    clocks: clocksOf(city, held, world),
    events: toldEvents(definition, events, petition.petitionId, satisfactionNames),
    files: detail.files
      .filter(({ fileId, innerOnly }) => !innerOnly && files.has(fileId))
      .map(({ fileId, name, addedBy }) => ({
        ...{ fileId: fileId as FileId, name, own: addedBy === petition.petitionId },
      })),
    satisfaction: row.satisfaction,
    asks: raiserAsks(actions, row.closedAt !== null),
  };
}

/** The same after an act. */
export async function viewAgain(city: City, { row }: HeldMatter) {
  return viewFollowed(city, await getMatter(city, row.matterId));
}

function clocksOf(city: City, { row, matter }: HeldMatter, world: ClockWorld) {
  const definition = matterKind(row.kind);
  const { pauses } = kindRulesOf(city.pack, row.kind);
  return matter.clocks.toReversed().map((run) => {
    const due = dueOf(run, world);
    const table = clockTable(run, world);
    const state = run.endedAt ? ('ended' as const) : due.paused ? ('paused' as const) : ('running' as const);
    const nameOf = (basis: string, name: string | undefined) =>
      (basis === 'paused' ? pauses.find(({ id }) => id === name)?.text : name) ?? null;
    return {
      ...{ clock: run.clock, name: definition.clocks[run.clock]?.text ?? run.clock, run: run.run, state },
      ...{ limit: limitText(run.rule.limit), left: leftText(run, world) },
      ...{ dueOn: due.dueOn, dueAt: due.dueAt, provisional: due.provisional },
      days:
        table.of === 'days'
          ? table.rows.map(({ name, ...day }) => ({ ...day, name: nameOf(day.basis, name) }))
          : [],
    };
  });
}
