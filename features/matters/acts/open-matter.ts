import { type City, ensureMay, ensureNotSecret, holdsRole } from '#access';
import {
  allMatterKinds,
  type DeclaredMatter,
  type Given,
  type HeldMatter,
  keepFiles,
  kindRulesOf,
  openMatter,
  type Seat,
  seatNames,
} from '#engines/matters';
import type { ProjectId } from '#engines/registry';
import type { InputOf } from '#http';
import { ensure, refuse } from '#kernel/refusal';
import type { openMatter as route } from '../contract.ts';
import { choosesLead, raiserOf, seatToOpen } from './seat-to-open.ts';
import '../refusals.ts';
import { type ProjectFacts, projectFacts } from './project-facts.ts';
import { ensureUnits, takeGiven } from './take-given.ts';
import { tellMove } from './tell-move.ts';

type Asked = InputOf<typeof route>;

/** Opened by hand, from a report's problem or from a red light; who must do something now is told. */
export async function openByHand(city: City, asked: Asked): Promise<HeldMatter> {
  const definition = kindNamed(asked.kind);
  ensureNotSecret({ text: asked.title });
  const project = asked.projectId ? await projectFacts(city, asked.projectId as ProjectId) : undefined;
  ensureMay(city, 'matter.open', { holders: project ? project.holders : city.actor.holders });
  const seat = seatToOpen(city.actor, definition) ?? mayNotOpen(definition);
  ensure(choosesLead(seat) || (!asked.lead && !asked.support), 'matter.lead_by_office');
  await ensureUnits(city, [asked.lead, ...(asked.support ?? [])]);
  const { opens } = definition;
  const { given, files } = await takeGiven(
    city,
    definition,
    [...opens.requires, ...(opens.takes ?? [])],
    asked.given,
  );
  const held = await openMatter(city, {
    ...{ kind: definition.id, title: asked.title, given, seat, ...sourceOf(city, definition, asked) },
    ...{ projectId: asked.projectId, orgId: asked.orgId, enterprise: asked.enterprise, urgent: asked.urgent },
    // The identity of a complainant is for those who handle the complaint.
    guarded: definition.id === 'foreign-complaint',
    ...{ lead: asked.lead ?? leadFor(city, definition, { seat, given, project }), support: asked.support },
    ...{ raiser: raiserOf(city.actor), districts: project?.districts, facts: project?.facts },
    level: asked.level,
  });
  await keepFiles(city, held.row.matterId, files);
  await tellMove(city, undefined, held);
  return held;
}

export function kindNamed(id: string): DeclaredMatter {
  return allMatterKinds().find((kind) => kind.id === id) ?? refuse('matter.no_such_kind', { kind: id });
}

export function mayNotOpen({ text, opens }: DeclaredMatter): never {
  const by = opens.by.map((seat) => seatNames[seat]).join('、');
  return refuse('matter.may_not_open', { kind: text, by });
}

/**
 * Who leads where nobody said: a department that takes something in leads it itself; a project's problem goes to its
 * district, and one that the district cannot solve alone to the department that leads the project.
 */
function leadFor(
  { actor }: City,
  { opens, about }: DeclaredMatter,
  {
    seat,
    given,
    project,
  }: { readonly seat: Seat; readonly given: Given; readonly project: ProjectFacts | undefined },
): string | undefined {
  if (seat === 'lead') return actor.orgIds[0];
  if (about !== 'project' || !project || !opens.by.includes('district')) return undefined;
  const isWide = ['needsCity', 'crossDistrict', 'crossField', 'grave'].some((field) => given[field] === true);
  return isWide ? (project.departments[0] ?? undefined) : project.districts[0];
}

/** A report's problem and a red light become one matter each: their names are kept under a unique key. */
function sourceOf(
  city: City,
  definition: DeclaredMatter,
  { source = 'hand', sourceKey, month, projectId }: Asked,
) {
  if (source === 'report' || source === 'light') {
    ensure(month && projectId, 'matter.source_month');
    return { source, sourceKey: monthKey(projectId, month) };
  }
  const isVisit = source === 'secretary';
  ensure(!isVisit || (sourceKey && projectId && holdsRole(city.actor, 'secretary')), 'matter.source_visit');
  const isOwn = kindRulesOf(city.pack, definition.id).ownIntake;
  ensure(isOwn || sourceKey, 'matter.only_by_number', { kind: definition.text });
  return { source: isOwn ? source : 'hotline', sourceKey: sourceKey?.trim() };
}

export function monthKey(projectId: string, month: string): string {
  return `${projectId} ${month}`;
}
