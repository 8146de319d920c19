import { sql } from 'kysely';
import { type Tx, tables } from '#db';
import { newId } from '#kernel/id';
import type { PlainDate } from '#kernel/plain-date';
import type { ProjectId } from '../domain/identity.ts';
import type { StatisticsFact } from '../domain/statistics.ts';
import { insertRows } from './rows.ts';

export type StatedFact = StatisticsFact & { readonly projectId: ProjectId };

export async function insertStatisticsFacts(
  tx: Tx,
  facts: readonly StatedFact[],
  actorId: string,
): Promise<void> {
  const rows = facts.map((fact) => ({
    fact_id: newId(),
    project_id: fact.projectId,
    entered: fact.entered,
    entered_on: fact.enteredOn,
    stated_on: fact.statedOn,
    source: fact.source,
    actor_id: actorId,
  }));
  const columns = ['fact_id', 'project_id', 'entered', 'entered_on', 'stated_on', 'source', 'actor_id'];
  await insertRows(tx, 'statistics_fact', columns, rows);
}

/** What was stated last of each project, as of a day. */
export async function latestStatistics(
  tx: Tx,
  asOf: PlainDate,
  projectIds?: readonly ProjectId[],
): Promise<Map<ProjectId, StatisticsFact>> {
  const { rows } = await sql<StatisticsFact & { projectId: ProjectId }>`
    select distinct on (project_id) project_id as "projectId", entered, entered_on as "enteredOn",
      stated_on as "statedOn", source
    from city.statistics_fact
    where city_id = ${tx.scope.cityId} and stated_on <= ${asOf}
      and (${projectIds ?? null}::uuid[] is null or project_id = any (${projectIds ?? null}::uuid[]))
    order by project_id, stated_on desc, fact_id desc`.execute(tables(tx));
  return new Map(rows.map((row) => [row.projectId, row]));
}
