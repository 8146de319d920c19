import { sql } from 'kysely';
import { namedQuery, type Tx, tables } from '#db';
import type { YearEntry } from '../domain/aspect.ts';
import type { ProjectId } from '../domain/identity.ts';
import type {
  CodeStep,
  DistrictRef,
  HolderView,
  Membership,
  ProjectLink,
  StageStep,
} from '../domain/project-view.ts';
import { type ProjectHead, projectHead } from './project-head.ts';

const stageSteps = `
    select from_stage as "from", to_stage as "to", on_day as "onDay", basis, evidence, reason, actor_id as "actorId",
      recorded_at as "recordedAt"
    from city.stage_change where city_id = $1 and project_id = $2
    order by on_day, recorded_at, change_id`;

const codeSteps = `
    select code, from_on as "fromOn", to_on as "toOn", reason, ended_reason as "endedReason"
    from city.project_code where city_id = $1 and project_id = $2
    order by from_on, recorded_at`;

const entries = `
    select e.year, e.category, e.planned_start as "plannedStart", m.total_fen::text as "totalFen",
      m.plan_year_fen::text as "planYearFen", m.done_before_fen::text as "doneBeforeFen"
    from city.year_entry e
    left join city.year_money m on m.city_id = e.city_id and m.project_id = e.project_id and m.year = e.year
    where e.city_id = $1 and e.project_id = $2 order by e.year`;

/** With the figures the rule found only where the reader reaches them. */
export const membershipColumns = sql`membership_id as "membershipId", list_id as "listId", year, project_id as "projectId",
  from_on as "fromOn", to_on as "toOn", basis, verdict, reason, approver,
  coalesce((select found.explanation from city.list_verdict found where found.city_id = list_membership.city_id
    and found.membership_id = list_membership.membership_id), explanation) as explanation,
  removed_reason as "removedReason", recorded_at as "recordedAt"`;

const memberships = `
    select membership_id as "membershipId", list_id as "listId", year, project_id as "projectId", from_on as "fromOn",
      to_on as "toOn", basis, verdict, reason, approver, removed_reason as "removedReason", recorded_at as "recordedAt"
    from city.list_membership
    where city_id = $1 and project_id = $2 order by year, from_on, list_id`;

const holders = `
    select r.kind, r.name, r.org_id as "orgId", r.person_id as "personId", r.from_on as "fromOn", k.phone
    from city.responsibility r
    left join city.responsibility_contact k on k.city_id = r.city_id and k.responsibility_id = r.responsibility_id
    where r.city_id = $1 and r.project_id = $2 and r.to_on is null
    order by r.kind, r.position`;

export function listHolders(tx: Tx, id: ProjectId): Promise<Omit<HolderView, 'kindName'>[]> {
  return namedQuery(tx, 'registry-holders', holders, [tx.scope.cityId, id]);
}

const districts = `
    select o.org_id as "orgId", o.slug, o.name from city.project_district d
    join city.organisation o on o.city_id = d.city_id and o.org_id = d.org_id
    where d.city_id = $1 and d.project_id = $2 order by d.position`;

/** Seen from both ends. */
const links = `
    select l.kind, l.project_id as "projectId", l.other_id as "otherId", l.reason,
      o.number as "otherNumber", o.name as "otherName"
    from city.project_link l
    join city.project o on o.city_id = l.city_id
      and o.project_id = case when l.project_id = $2 then l.other_id else l.project_id end
    where l.city_id = $1 and (l.project_id = $2 or l.other_id = $2)
    order by l.recorded_at`;

export function listLinks(tx: Tx, id: ProjectId): Promise<ProjectLink[]> {
  return namedQuery(tx, 'registry-links', links, [tx.scope.cityId, id]);
}

export type ProjectParts = {
  readonly codes: readonly CodeStep[];
  readonly districts: readonly DistrictRef[];
  readonly stages: readonly StageStep[];
  readonly entries: readonly (YearEntry & { year: number })[];
  readonly memberships: readonly Omit<Membership, 'explanation'>[];
  readonly holders: readonly Omit<HolderView, 'kindName'>[];
  readonly links: readonly ProjectLink[];
};

const list = (part: string) => `(select coalesce(json_agg(part), '[]') from (${part}) part)`;

const wholeProject = `select head.*, ${list(codeSteps)} as codes, ${list(districts)} as districts,
    ${list(stageSteps)} as stages, ${list(entries)} as entries, ${list(memberships)} as memberships,
    ${list(holders)} as holders, ${list(links)} as links
  from (${projectHead}) head`;

/** The head with everything beside it by one statement: asked for by every page about one project. */
export async function findWholeProject(
  tx: Tx,
  id: ProjectId,
): Promise<(ProjectHead & ProjectParts) | undefined> {
  const [whole] = await namedQuery<ProjectHead & ProjectParts>(tx, 'registry-whole-project', wholeProject, [
    tx.scope.cityId,
    id,
  ]);
  // JSON has no instants.
  const dated = <T extends { readonly recordedAt: Date }>(one: T): T => ({
    ...one,
    recordedAt: new Date(one.recordedAt),
  });
  return whole && { ...whole, stages: whole.stages.map(dated), memberships: whole.memberships.map(dated) };
}

export type ChangeRow = {
  readonly version: number;
  readonly aspect: string;
  readonly before: unknown;
  readonly after: unknown;
  readonly act: string;
  readonly reason: string | null;
  readonly onDay: string;
  readonly importId: string | null;
  readonly undoesImport: string | null;
  readonly actorId: string;
  readonly recordedAt: Date;
};

/** Every recorded change, newest first; nothing outside the reader's scope. */
export async function listChanges(tx: Tx, id: ProjectId, afterVersion = 0): Promise<ChangeRow[]> {
  const { rows } = await sql<ChangeRow>`
    select version, aspect, before, after, act, reason, on_day as "onDay", import_id as "importId",
      undoes_import as "undoesImport", actor_id as "actorId", recorded_at as "recordedAt"
    from city.project_change
    where city_id = ${tx.scope.cityId} and project_id = ${id} and version > ${afterVersion}
    order by version desc, change_id desc`.execute(tables(tx));
  return rows;
}
