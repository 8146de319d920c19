import { sql } from 'kysely';
import { type Tx, tables } from '#db';
import type { Mapping } from '../domain/column.ts';
import type { ImportKind } from '../import-request.ts';

/** What was corrected for this sender before; undefined for a sender met for the first time. */
export async function findMapping(tx: Tx, sender: string, kind: ImportKind): Promise<Mapping | undefined> {
  const { rows } = await sql<{ mapping: Mapping }>`select mapping from city.import_mapping
    where city_id = ${tx.scope.cityId} and sender = ${sender} and kind = ${kind}
    order by remembered_at desc limit 1`.execute(tables(tx));
  return rows[0]?.mapping;
}

export async function rememberMapping(
  tx: Tx,
  remembered: {
    readonly sender: string;
    readonly kind: ImportKind;
    readonly mapping: Mapping;
    readonly actorId: string;
  },
): Promise<void> {
  const { sender, kind, mapping, actorId } = remembered;
  await sql`insert into city.import_mapping (city_id, sender, kind, mapping, actor_id)
    values (${tx.scope.cityId}, ${sender}, ${kind}, ${JSON.stringify(mapping)}, ${actorId})
    on conflict (city_id, sender, kind) do update
      set mapping = excluded.mapping, actor_id = excluded.actor_id, remembered_at = now()`.execute(
    tables(tx),
  );
}
