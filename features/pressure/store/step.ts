import { sql } from 'kysely';
import { type Tx, tables } from '#db';
import type { Step } from '#kernel/document-flow';
import type { LetterId } from './letter.ts';

/** The steps of these letters that the reader may see, in order. */
export async function readSteps(tx: Tx, ids: readonly LetterId[]): Promise<Map<LetterId, Step[]>> {
  const { rows } = await sql<
    Step & { letterId: LetterId }
  >`select letter_id as "letterId", number, act, opinion,
      details, account_id as "accountId", person_id as "personId", by_name as by, at
    from city.letter_step where city_id = ${tx.scope.cityId} and letter_id = any (${ids}::uuid[])
    order by letter_id, number`.execute(tables(tx));
  return Map.groupBy(rows, ({ letterId }) => letterId);
}

export async function addStep(
  tx: Tx,
  { letterId, orgId }: { readonly letterId: LetterId; readonly orgId: string },
  step: Step,
): Promise<void> {
  await sql`insert into city.letter_step (city_id, letter_id, number, org_id, act, opinion, details, account_id,
      person_id, by_name, at)
    values (${tx.scope.cityId}, ${letterId}, ${step.number}, ${orgId}, ${step.act}, ${step.opinion},
      ${JSON.stringify(step.details)}, ${step.accountId}, ${step.personId}, ${step.by}, ${step.at})`.execute(
    tables(tx),
  );
}

/** Whether this number was given to another letter. */
export async function findNumber(tx: Tx, documentNumber: string, letterId: LetterId): Promise<boolean> {
  const { rows } =
    await sql`select 1 from city.letter_step where city_id = ${tx.scope.cityId} and act = 'number'
    and details ->> 'documentNumber' = ${documentNumber} and letter_id <> ${letterId} limit 1`.execute(
      tables(tx),
    );
  return rows.length > 0;
}
