import { sql } from 'kysely';
import { namedQuery, type Tx, tables } from '#db';
import type { Choice } from '../outward-rows.ts';

/** What these accounts chose, with the chosen channels that are in use. Who chose nothing is told in the inbox only. */
export function choicesOf(tx: Tx, accountIds: readonly string[]): Promise<readonly Choice[]> {
  if (accountIds.length === 0) return Promise.resolve([]);
  return namedQuery<Choice>(
    tx,
    'telling_choices',
    `select c.account_id as "accountId", c.muted, c.digest, c.digest_hour as "digestHour",
       c.quiet_from as "quietFrom", c.quiet_to as "quietTo",
       array(select ch.channel_id from city.telling_channel ch where ch.city_id = $1 and ch.enabled
         and ch.kind = 'email' and ch.channel_id = any (c.channels) order by ch.channel_id) as channels
     from city.telling_choice c where c.city_id = $1 and c.account_id = any ($2::uuid[]) order by c.account_id`,
    [tx.scope.cityId, accountIds],
  );
}

export type StoredChoice = Choice & { readonly version: number; readonly email: string | null };

export async function findChoice(tx: Tx, accountId: string): Promise<StoredChoice | undefined> {
  const { rows } = await sql<StoredChoice>`
    select c.account_id as "accountId", c.channels, c.muted, c.digest, c.digest_hour as "digestHour",
      c.quiet_from as "quietFrom", c.quiet_to as "quietTo", c.version, a.email
    from city.telling_choice c
    left join city.telling_address a on a.city_id = c.city_id and a.account_id = c.account_id
    where c.city_id = ${tx.scope.cityId} and c.account_id = ${accountId}`.execute(tables(tx));
  return rows[0];
}

/** Keeps the choice made on the version given, 0 for the first; tells whether that version still stood. */
export async function storeChoice(
  tx: Tx,
  choice: Choice & { readonly email: string | null },
  version: number,
): Promise<boolean> {
  const { cityId } = tx.scope;
  const { accountId, channels, muted, digest, digestHour, quietFrom, quietTo } = choice;
  const { numAffectedRows } = version
    ? await sql`update city.telling_choice set channels = ${channels}, muted = ${muted}, digest = ${digest},
          digest_hour = ${digestHour}, quiet_from = ${quietFrom}, quiet_to = ${quietTo}, version = version + 1
        where city_id = ${cityId} and account_id = ${accountId} and version = ${version}`.execute(tables(tx))
    : await sql`insert into city.telling_choice (city_id, account_id, channels, muted, digest, digest_hour,
          quiet_from, quiet_to)
        values (${cityId}, ${accountId}, ${channels}, ${muted}, ${digest}, ${digestHour}, ${quietFrom}, ${quietTo})
        on conflict do nothing`.execute(tables(tx));
  if (numAffectedRows !== 1n) return false;
  if (choice.email === null) {
    await sql`delete from city.telling_address
      where city_id = ${cityId} and account_id = ${accountId}`.execute(tables(tx));
  } else {
    await sql`insert into city.telling_address (city_id, account_id, email)
      values (${cityId}, ${accountId}, ${choice.email})
      on conflict (city_id, account_id) do update set email = excluded.email`.execute(tables(tx));
  }
  return true;
}
