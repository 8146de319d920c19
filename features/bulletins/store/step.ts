import { sql } from 'kysely';
import { type Tx, tables } from '#db';
import type { Step } from '#kernel/document-flow';
import type { BulletinId } from './bulletin.ts';

const columns = sql`number, act, opinion, details, account_id as "accountId", person_id as "personId",
  by_name as by, at`;

export async function readSteps(tx: Tx, id: BulletinId): Promise<Step[]> {
  const { rows } = await sql<Step>`select ${columns} from city.bulletin_step
    where city_id = ${tx.scope.cityId} and bulletin_id = ${id} order by number`.execute(tables(tx));
  return rows;
}

/** Of all bulletins at once, for their list. */
export async function readAllSteps(tx: Tx): Promise<Map<string, Step[]>> {
  const { rows } = await sql<Step & { bulletinId: string }>`select bulletin_id as "bulletinId", ${columns}
    from city.bulletin_step where city_id = ${tx.scope.cityId} order by number`.execute(tables(tx));
  return Map.groupBy(rows, ({ bulletinId }) => bulletinId);
}

export async function addStep(tx: Tx, id: BulletinId, step: Omit<Step, 'at'>): Promise<void> {
  await sql`insert into city.bulletin_step (city_id, bulletin_id, number, act, opinion, details, account_id,
      person_id, by_name)
    values (${tx.scope.cityId}, ${id}, ${step.number}, ${step.act}, ${step.opinion},
      ${JSON.stringify(step.details)}, ${step.accountId}, ${step.personId}, ${step.by})`.execute(tables(tx));
}
