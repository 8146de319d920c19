import { sql } from 'kysely';
import { type Tx, tables } from '#db';
import type { Seal, SealedRow } from '../seal.ts';

const row = sql.raw(`a.audit_id as "auditId",
  to_char(a.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at,
  a.account_id as "accountId", a.actor_name as "actorName", a.roles, a.ip, a.action, a.object,
  a.object_id as "objectId", a.outcome, a.personal_data as "personalData", a.details::text as details`);
const seal = sql.raw(`s.number, s.audit_id as "auditId", s.prev_hash as "prevHash", s.hash`);

/** One sealer at a time per city, until the transaction ends. */
export async function lockChain(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('guatu.audit_seal'), ${tx.scope.cityId})`.execute(
    tables(tx),
  );
}

export async function findTail(tx: Tx): Promise<Seal | undefined> {
  const { rows } = await sql<Seal>`select ${seal} from city.audit_seal s
    where s.city_id = ${tx.scope.cityId} order by s.number desc limit 1`.execute(tables(tx));
  return rows[0];
}

/**
 * Committed rows without a seal, whatever the order of their ids: a row that committed late is found by what is
 * missing. The usual look goes back half an hour behind the last seal; `whole` looks through everything.
 */
export async function unsealedRows(
  tx: Tx,
  look: { readonly limit: number; readonly whole: boolean },
): Promise<SealedRow[]> {
  const since = look.whole
    ? sql``
    : sql`and a.at > coalesce((select b.at from city.audit_seal t
        join city.audit b on b.city_id = t.city_id and b.audit_id = t.audit_id
        where t.city_id = ${tx.scope.cityId} order by t.number desc limit 1), '-infinity') - interval '30 minutes'`;
  const { rows } = await sql<SealedRow>`select ${row} from city.audit a
    where a.city_id = ${tx.scope.cityId} ${since}
      and not exists (select from city.audit_seal s where s.city_id = a.city_id and s.audit_id = a.audit_id)
    order by a.at, a.audit_id limit ${look.limit}`.execute(tables(tx));
  return rows;
}

export async function insertSeals(tx: Tx, seals: readonly Seal[]): Promise<void> {
  await sql`insert into city.audit_seal (city_id, number, audit_id, prev_hash, hash)
    select ${tx.scope.cityId}, * from unnest(${seals.map((one) => one.number.toString())}::bigint[],
      ${seals.map((one) => one.auditId)}::uuid[], ${seals.map((one) => one.prevHash)}::text[],
      ${seals.map((one) => one.hash)}::text[])`.execute(tables(tx));
}

export type SealWithRow = { readonly seal: Seal; readonly row: SealedRow | undefined };

/** The chain in its order after a number, each seal with its row as it is now. */
export async function readChain(tx: Tx, after: bigint, limit: number): Promise<SealWithRow[]> {
  type Joined = Omit<SealedRow, 'auditId'> & Seal & { rowId: string | null };
  const { rows } = await sql<Joined>`select a.audit_id as "rowId", ${row}, ${seal} from city.audit_seal s
    left join city.audit a on a.city_id = s.city_id and a.audit_id = s.audit_id
    where s.city_id = ${tx.scope.cityId} and s.number > ${after} order by s.number limit ${limit}`.execute(
    tables(tx),
  );
  return rows.map(({ rowId, ...all }) => ({ seal: all, row: rowId ? all : undefined }));
}

export async function hashesOf(tx: Tx, numbers: readonly bigint[]): Promise<Map<bigint, string>> {
  const { rows } = await sql<{ number: bigint; hash: string }>`select number, hash from city.audit_seal
    where city_id = ${tx.scope.cityId} and number = any (${numbers.map(String)}::bigint[])`.execute(
    tables(tx),
  );
  return new Map(rows.map((one) => [one.number, one.hash]));
}

export async function countUnsealed(tx: Tx): Promise<number> {
  const { rows } = await sql<{ count: bigint }>`select count(*) from city.audit a
    where a.city_id = ${tx.scope.cityId}
      and not exists (select from city.audit_seal s where s.city_id = a.city_id and s.audit_id = a.audit_id)`.execute(
    tables(tx),
  );
  return Number(rows[0]?.count ?? 0);
}
