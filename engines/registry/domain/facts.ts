import type { Facts } from '#kernel/condition';
import type { ProjectAspects } from './aspect.ts';
import type { OrgId } from './identity.ts';

/** Fields that entry rules, evidence demands and responsibility rules of a pack may ask about. */
export const projectFields = [
  'name',
  'number',
  'code',
  'industry',
  'nature',
  'form',
  'stage',
  'category',
  'year',
  'plannedStart',
  'periodStart',
  'periodEnd',
  'totalFen',
  'planYearFen',
  'doneBeforeFen',
  'fundSource',
  'company',
  'uscc',
  'content',
  'districts',
  'districtCount',
  'lists',
  'listCount',
  'leadDepts',
] as const;

export type ProjectField = (typeof projectFields)[number];

/**
 * What is known of a project in one year. Districts are told by the pack's ids, so that rules stay true when names
 * change; the total is that of the year's entry, else that of the card.
 */
export function projectFacts(
  project: ProjectAspects,
  about: {
    readonly number?: string;
    readonly year?: number;
    readonly slugOf?: (orgId: OrgId) => string | undefined;
    readonly departmentKinds?: readonly string[];
  } = {},
): Facts & Readonly<Record<ProjectField, unknown>> {
  const { card, detail, entry } = project;
  const departments = (about.departmentKinds ?? []).flatMap((kind) => project.responsibilities[kind] ?? []);
  return {
    name: card.name,
    number: about.number,
    code: project.code,
    industry: card.industry,
    nature: card.nature,
    form: card.form,
    stage: project.stage,
    category: entry?.category,
    year: about.year,
    plannedStart: entry?.plannedStart,
    periodStart: detail.periodStart,
    periodEnd: detail.periodEnd,
    totalFen: fen(entry?.totalFen ?? detail.totalFen),
    planYearFen: fen(entry?.planYearFen),
    doneBeforeFen: fen(entry?.doneBeforeFen),
    fundSource: detail.fundSource,
    company: detail.company,
    uscc: detail.uscc,
    content: detail.content,
    districts: project.districts.map((id) => about.slugOf?.(id) ?? id),
    districtCount: project.districts.length,
    lists: project.lists,
    listCount: project.lists.length,
    leadDepts: departments.map((holder) => holder.name),
  };
}

function fen(text: string | null | undefined): bigint | undefined {
  return text === null || text === undefined ? undefined : BigInt(text);
}
