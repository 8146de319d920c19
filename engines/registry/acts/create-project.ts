import { audit, type City } from '#access';
import { newId } from '#kernel/id';
import { yearOf } from '#kernel/plain-date';
import { ensure } from '#kernel/refusal';
import { sectionOf } from '#pack';
import {
  changedAspects,
  type Holder,
  type ProjectAspects,
  type ProjectDetail,
  type YearEntry,
} from '../domain/aspect.ts';
import type { OrgId, ProjectId } from '../domain/identity.ts';
import { cleanName } from '../domain/name.ts';
import { projectNumber } from '../domain/number.ts';
import '../domain/project.ts';
import { stageByCategory, stageNamed } from '../domain/stage-change.ts';
import { responsibilitiesSection } from '../sections/responsibilities.ts';
import { stagesSection } from '../sections/stages.ts';
import { insertLink } from '../store/link.ts';
import { lockProjects, takeSerials } from '../store/project-index.ts';
import { writeAspects } from '../store/write-aspects.ts';
import { ensureKnown } from './ensure-known.ts';
import { ensureNotDuplicate, type LinkToOther } from './ensure-not-duplicate.ts';

export type NewProject = {
  readonly name: string;
  readonly code?: string | null;
  readonly industry?: string | null;
  readonly nature?: string | null;
  readonly form?: string | null;
  readonly sponsorOrgId?: OrgId | null;
  readonly districts: readonly OrgId[];
  readonly detail?: Partial<ProjectDetail>;
  readonly responsibilities?: Readonly<Record<string, readonly Holder[]>>;
  readonly entry?: YearEntry & { readonly year: number };
  /** Where it begins; by the category of its entry, or else the pack's first stage. */
  readonly stage?: string;
  /** The project it looks like, where both are wanted. */
  readonly link?: LinkToOther;
};

/** Opens a card. The number it gets is its own for life. */
export async function createProject(
  city: City,
  input: NewProject,
): Promise<{ projectId: ProjectId; number: string; version: number }> {
  const { tx, pack, today, actor } = city;
  const name = cleanName(input.name);
  ensure(name, 'project.no_name');
  ensure(input.districts.length > 0, 'project.no_district');
  const stages = sectionOf(pack, stagesSection);
  const stage = input.stage
    ? stageNamed(stages, input.stage).id
    : input.entry
      ? stageByCategory(stages, input.entry.category, undefined)
      : (stages.stages[0]?.id ?? 'planned');
  const code = input.code?.trim() || null;
  const detail = { ...noDetail, ...input.detail };
  await ensureKnown(city, input);
  await lockProjects(tx);
  await ensureNotDuplicate(city, { name, code, uscc: detail.uscc }, input.link);
  ensureHeldBy(city, input, name);
  const projectId = newId<'project'>();
  const year = yearOf(today);
  const number = projectNumber(pack.keyPrefix, year, await takeSerials(tx, year, 1));
  const { industry = null, nature = null, form = null, sponsorOrgId = null } = input;
  const { year: entryYear = year, ...entry } = input.entry ?? {};
  const aspects: ProjectAspects = {
    card: { name, industry, nature, form, sponsorOrgId },
    detail,
    code,
    districts: [...new Set(input.districts)],
    stage,
    entry: input.entry ? (entry as YearEntry) : null,
    lists: [],
    responsibilities: input.responsibilities ?? {},
  };
  const kinds = sectionOf(pack, responsibilitiesSection).kinds;
  const changes = changedAspects(undefined, aspects, entryYear);
  await writeAspects(tx, [{ projectId, number, version: 0, isNew: true, changes }], {
    act: 'create',
    onDay: today,
    actorId: actor.accountId,
    reason: input.link?.reason ?? null,
    holderOf: (kind) => kinds.find((one) => one.id === kind)?.holder ?? 'unit',
    shared: input.link !== undefined,
  });
  if (input.link) await insertLink(tx, { projectId, ...input.link, actorId: actor.accountId });
  await audit(city, {
    action: 'project.create',
    object: 'project',
    objectId: projectId,
    details: { number, name },
  });
  return { projectId, number, version: 1 };
}

/** Whoever could not see the project afterwards has no right to make it. */
function ensureHeldBy({ tx: { scope } }: City, input: NewProject, name: string): void {
  const holders = Object.values(input.responsibilities ?? {}).flat();
  const ids = [
    input.sponsorOrgId,
    ...input.districts,
    ...holders.flatMap((one) => [one.orgId, one.personId]),
  ];
  const held = scope.reach !== 'holders' || ids.some((id) => id && scope.holders.includes(id));
  ensure(held, 'project.outside_scope', { name });
}

const noDetail: ProjectDetail = {
  content: null,
  periodStart: null,
  periodEnd: null,
  totalFen: null,
  fundSource: null,
  company: null,
  uscc: null,
  remark: null,
};
