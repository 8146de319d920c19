import { audit, type City } from '#access';
import { yearOf } from '#kernel/plain-date';
import { ensure } from '#kernel/refusal';
import { sectionOf } from '#pack';
import {
  type AspectKey,
  changedAspects,
  type Holder,
  type ProjectAspects,
  type ProjectCard,
  type ProjectDetail,
  type YearEntry,
} from '../domain/aspect.ts';
import type { OrgId, ProjectId } from '../domain/identity.ts';
import { withKnownPhones } from '../domain/masked.ts';
import { cleanName } from '../domain/name.ts';
import { responsibilitiesSection } from '../sections/responsibilities.ts';
import { insertLink } from '../store/link.ts';
import { lockProjects } from '../store/project-index.ts';
import { writeAspects } from '../store/write-aspects.ts';
import { ensureKnown } from './ensure-known.ts';
import { ensureNotDuplicate, type LinkToOther } from './ensure-not-duplicate.ts';
import { lockForEdit } from './lock-for-edit.ts';

/** Only what is named changes; null erases. */
export type ProjectEdit = {
  readonly projectId: ProjectId;
  /** The version the editor saw. */
  readonly version: number;
  readonly card?: Partial<ProjectCard>;
  readonly detail?: Partial<ProjectDetail>;
  readonly code?: string | null;
  readonly districts?: readonly OrgId[];
  /** Holders of the kinds named; an empty list ends the responsibility. A masked phone leaves the one on record. */
  readonly responsibilities?: Readonly<Record<string, readonly Holder[]>>;
  readonly entry?: Partial<YearEntry> & { readonly year: number };
  readonly reason?: string;
  readonly link?: LinkToOther;
};

export async function updateProject(
  city: City,
  edit: ProjectEdit,
): Promise<{ version: number; changed: readonly AspectKey[] }> {
  const { tx, pack, today, actor } = city;
  const { projectId, reason, link } = edit;
  const year = edit.entry?.year ?? yearOf(today);
  const { districts, responsibilities } = edit;
  await ensureKnown(city, { districts, responsibilities, sponsorOrgId: edit.card?.sponsorOrgId, link });
  if (edit.card?.name !== undefined || edit.code !== undefined) await lockProjects(tx);
  const now = await lockForEdit(city, projectId, { version: edit.version, year });
  const after = applyEdit(now.aspects, edit);
  ensure(after.card.name, 'project.no_name');
  ensure(after.districts.length > 0, 'project.no_district');
  const changes = changedAspects(now.aspects, after, year);
  const changed = changes.map((change) => change.aspect);
  if (changes.length === 0) return { version: now.version, changed };
  if (changed.includes('code') && now.aspects.code)
    ensure(reason?.trim(), 'project.code_change_needs_reason');
  if (changed.some((aspect) => aspect === 'card' || aspect === 'code')) {
    const { name } = after.card;
    const renamed = name !== now.aspects.card.name || changed.includes('code');
    if (renamed) await ensureNotDuplicate(city, { projectId, name, code: after.code, uscc: null }, link);
  }
  const kinds = sectionOf(pack, responsibilitiesSection).kinds;
  const write = { projectId, number: now.number, version: now.version, isNew: false, changes };
  await writeAspects(tx, [write], {
    act: 'edit',
    onDay: today,
    actorId: actor.accountId,
    reason: reason ?? null,
    holderOf: (kind) => kinds.find((one) => one.id === kind)?.holder ?? 'unit',
    shared: link !== undefined,
  });
  if (link) await insertLink(tx, { projectId, ...link, actorId: actor.accountId });
  await audit(city, {
    action: 'project.edit',
    object: 'project',
    objectId: projectId,
    details: { number: now.number, aspects: changed, reason },
  });
  return { version: now.version + 1, changed };
}

function applyEdit(now: ProjectAspects, edit: ProjectEdit): ProjectAspects {
  const card = { ...now.card, ...edit.card };
  const { year: _, ...entry } = edit.entry ?? { year: 0 };
  const noEntry: YearEntry = {
    ...{ category: '前期', plannedStart: null, totalFen: null },
    ...{ planYearFen: null, doneBeforeFen: null },
  };
  return {
    ...now,
    card: { ...card, name: cleanName(card.name) },
    detail: { ...now.detail, ...edit.detail },
    code: edit.code === undefined ? now.code : edit.code?.trim() || null,
    districts: edit.districts ? [...new Set(edit.districts)] : now.districts,
    entry: edit.entry ? { ...(now.entry ?? noEntry), ...entry } : now.entry,
    responsibilities: {
      ...now.responsibilities,
      ...Object.fromEntries(
        Object.entries(edit.responsibilities ?? {}).map(([kind, holders]) => [
          kind,
          withKnownPhones(holders, now.responsibilities[kind] ?? []),
        ]),
      ),
    },
  };
}
