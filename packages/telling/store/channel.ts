import { sql } from 'kysely';
import { namedQuery, type Tx, tables } from '#db';
import type { Id } from '#kernel/id';
import type { Addressee } from '../addressee.ts';
import type { ChannelAddress, ChannelKind } from '../channel.ts';
import type { GroupChannel } from '../outward-rows.ts';

export type ChannelId = Id<'channel'>;

export type StoredChannel = {
  readonly channelId: ChannelId;
  readonly kind: ChannelKind;
  readonly name: string;
  readonly enabled: boolean;
  readonly address: ChannelAddress;
  /** What opens it, unreadable without the key outside the database. */
  readonly sealed: string | null;
  readonly orgIds: readonly string[];
  readonly groupIds: readonly string[];
  readonly roles: readonly string[];
  readonly quietFrom: number;
  readonly quietTo: number;
  readonly version: number;
};

const shown = sql.raw(`channel_id as "channelId", kind, name, enabled, address, sealed, org_ids as "orgIds",
  group_ids as "groupIds", roles, quiet_from as "quietFrom", quiet_to as "quietTo", version`);

/** Robots and webhooks of the offices and roles that are addressed; an office also through its groups. */
export async function groupChannels(
  tx: Tx,
  to: readonly Addressee[],
): Promise<readonly (readonly GroupChannel[])[]> {
  const orgs = to.map((one) => ('org' in one ? one.org : null));
  const roles = to.map((one) => ('role' in one ? one.role : null));
  const found = to.map((): GroupChannel[] => []);
  const rows = await namedQuery<GroupChannel & { readonly n: number }>(
    tx,
    'telling_group_channels',
    `select (w.n - 1)::integer as n, channel_id as "channelId", quiet_from as "quietFrom", quiet_to as "quietTo"
     from city.telling_channel
     join unnest($2::uuid[], $3::text[]) with ordinality as w (org, role, n)
       on w.org = any (org_ids) or w.role = any (roles)
         or group_ids && array(select m.group_id from city.organisation_group_member m
           where m.city_id = $1 and m.org_id = w.org)
     where city_id = $1 and enabled and kind <> 'email'
     order by channel_id`,
    [tx.scope.cityId, orgs, roles],
  );
  for (const { n, ...channel } of rows) found[n]?.push(channel);
  return found;
}

export async function listChannels(tx: Tx): Promise<readonly StoredChannel[]> {
  const { rows } = await sql<StoredChannel>`select ${shown} from city.telling_channel
    where city_id = ${tx.scope.cityId} order by channel_id`.execute(tables(tx));
  return rows;
}

export async function findChannel(tx: Tx, channelId: string): Promise<StoredChannel | undefined> {
  const { rows } = await sql<StoredChannel>`select ${shown} from city.telling_channel
    where city_id = ${tx.scope.cityId} and channel_id = ${channelId}`.execute(tables(tx));
  return rows[0];
}

export async function lockChannel(tx: Tx, channelId: string): Promise<StoredChannel | undefined> {
  const { rows } = await sql<StoredChannel>`select ${shown} from city.telling_channel
    where city_id = ${tx.scope.cityId} and channel_id = ${channelId} for update`.execute(tables(tx));
  return rows[0];
}

type Change = { readonly by: string; readonly at: Date };

/** False where another channel has the name. */
export async function insertChannel(
  tx: Tx,
  channel: Omit<StoredChannel, 'version'>,
  change: Change,
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into city.telling_channel (city_id, channel_id, kind, name, enabled, address, sealed, org_ids, group_ids,
      roles, quiet_from, quiet_to, changed_at, changed_by)
    values (${tx.scope.cityId}, ${channel.channelId}, ${channel.kind}, ${channel.name}, ${channel.enabled},
      ${JSON.stringify(channel.address)}::jsonb, ${channel.sealed}, ${channel.orgIds}, ${channel.groupIds},
      ${channel.roles}, ${channel.quietFrom}, ${channel.quietTo}, ${change.at}, ${change.by})
    on conflict do nothing`.execute(tables(tx));
  return numAffectedRows === 1n;
}

export async function channelNameTaken(tx: Tx, name: string, but: string): Promise<boolean> {
  const { rows } = await sql`select 1 from city.telling_channel
    where city_id = ${tx.scope.cityId} and name = ${name} and channel_id <> ${but}`.execute(tables(tx));
  return rows.length > 0;
}

export async function updateChannel(
  tx: Tx,
  channel: Omit<StoredChannel, 'version' | 'kind'>,
  change: Change,
): Promise<void> {
  await sql`update city.telling_channel set name = ${channel.name}, enabled = ${channel.enabled},
      address = ${JSON.stringify(channel.address)}::jsonb, sealed = ${channel.sealed}, org_ids = ${channel.orgIds},
      group_ids = ${channel.groupIds}, roles = ${channel.roles}, quiet_from = ${channel.quietFrom},
      quiet_to = ${channel.quietTo}, version = version + 1, changed_at = ${change.at}, changed_by = ${change.by}
    where city_id = ${tx.scope.cityId} and channel_id = ${channel.channelId}`.execute(tables(tx));
}
