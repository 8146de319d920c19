import { sql } from 'kysely';
import { type Tx, tables } from '#db';
import { newId } from '#kernel/id';
import type { Holder } from '../domain/aspect.ts';
import type { PickedChange, WriteContext } from './project-write.ts';
import { insertRows, madeFrom } from './rows.ts';

const columns = [
  'responsibility_id',
  'project_id',
  'kind',
  'holder',
  'position',
  'org_id',
  'person_id',
  'name',
  'from_on',
  'import_id',
  'actor_id',
];

/** A telephone number; it lies under the scope, which for a new project is only there once its holders are. */
type Contact = {
  readonly responsibility_id: string;
  readonly project_id: string;
  readonly phone: string | null;
};

/** Ends what no longer holds and adds what does; who held it when stays on record. Gives the numbers to add. */
export async function writeHolders(
  tx: Tx,
  changes: readonly PickedChange[],
  context: WriteContext,
): Promise<Contact[]> {
  const kindOf = (change: PickedChange) => change.aspect.slice('responsibility:'.length);
  const ended = changes.filter((change) => !change.isNew);
  if (ended.length > 0) {
    await sql`update city.responsibility kept set to_on = greatest(kept.from_on, ${context.onDay}::date),
        ended_reason = ${context.reason ?? null}, ended_import_id = ${context.importId ?? null}
      from unnest(${ended.map((one) => one.projectId)}::uuid[], ${ended.map(kindOf)}::text[]) as given (project_id, kind)
      where kept.city_id = ${tx.scope.cityId} and kept.project_id = given.project_id and kept.kind = given.kind
        and kept.to_on is null`.execute(tables(tx));
  }
  const held = changes.flatMap((change) =>
    ((change.after as readonly Holder[] | null) ?? []).map((holder, index) => ({
      ...{ change, holder, index, responsibilityId: newId() },
    })),
  );
  const rows = madeFrom(held, ({ change, holder, index, responsibilityId }) => ({
    responsibility_id: responsibilityId,
    project_id: change.projectId,
    kind: kindOf(change),
    holder: context.holderOf?.(kindOf(change)) ?? 'unit',
    position: index + 1,
    org_id: holder.orgId,
    person_id: holder.personId,
    name: holder.name,
    from_on: context.onDay,
    import_id: context.importId ?? null,
    actor_id: context.actorId,
  }));
  await insertRows(tx, 'responsibility', columns, rows);
  return held
    .filter(({ holder }) => holder.phone !== null)
    .map(({ change, holder, responsibilityId }) => ({
      responsibility_id: responsibilityId,
      project_id: change.projectId,
      phone: holder.phone,
    }));
}

export async function insertContacts(tx: Tx, contacts: readonly Contact[]): Promise<void> {
  await insertRows(tx, 'responsibility_contact', ['responsibility_id', 'project_id', 'phone'], contacts);
}
