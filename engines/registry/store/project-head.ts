import { sql } from 'kysely';
import { namedQuery, type Tx, tables } from '#db';
import type { PlainDate } from '#kernel/plain-date';
import type { Apart } from '../domain/apart.ts';
import type { ProjectCard, ProjectDetail } from '../domain/aspect.ts';
import type { ProjectId } from '../domain/identity.ts';
import { apart } from './link.ts';

export type ProjectHead = {
  readonly projectId: ProjectId;
  readonly number: string;
  readonly version: number;
  readonly card: ProjectCard;
  readonly detail: ProjectDetail | null;
  readonly code: string | null;
  readonly stage: string;
  readonly stageSince: PlainDate;
  readonly mergedInto: ProjectId | null;
  readonly apart: Apart | null;
  readonly withdrawn: boolean;
  readonly withinScope: boolean;
};

export const projectHead = `
    select p.project_id as "projectId", p.number, p.version, p.stage, p.stage_since as "stageSince",
      p.merged_into as "mergedInto", ${apart}, p.withdrawn_at is not null as withdrawn, c.code,
      d.project_id is not null as "withinScope",
      json_build_object('name', p.name, 'industry', p.industry, 'nature', p.nature, 'form', p.form,
        'sponsorOrgId', p.sponsor_org_id) as card,
      case when d.project_id is not null then json_build_object('content', d.content,
        'periodStart', d.period_start, 'periodEnd', d.period_end, 'totalFen', d.total_fen::text,
        'fundSource', d.fund_source, 'company', d.company, 'uscc', d.uscc, 'remark', d.remark) end as detail
    from city.project p
    left join city.project_detail d on d.city_id = p.city_id and d.project_id = p.project_id
    left join city.project_code c on c.city_id = p.city_id and c.project_id = p.project_id and c.to_on is null
    where p.city_id = $1 and p.project_id = $2`;

export async function findProjectHead(tx: Tx, id: ProjectId): Promise<ProjectHead | undefined> {
  const [head] = await namedQuery<ProjectHead>(tx, 'registry-project-head', projectHead, [
    tx.scope.cityId,
    id,
  ]);
  return head;
}

/** The row's lock, and what an edit must agree with. */
export async function lockProject(
  tx: Tx,
  id: ProjectId,
): Promise<
  | { version: number; name: string; number: string; withdrawn: boolean; mergedInto: ProjectId | null }
  | undefined
> {
  const { rows } = await sql<{
    version: number;
    name: string;
    number: string;
    withdrawn: boolean;
    mergedInto: ProjectId | null;
  }>`
    select version, name, number, withdrawn_at is not null as withdrawn, merged_into as "mergedInto"
    from city.project where city_id = ${tx.scope.cityId} and project_id = ${id} for update`.execute(
    tables(tx),
  );
  return rows[0];
}
