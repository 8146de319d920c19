import { namedQuery, type Tx } from '#db';

export async function findFeedAccount(tx: Tx, digest: string): Promise<string | undefined> {
  const [row] = await namedQuery<{ readonly accountId: string }>(
    tx,
    'dispatch-feed',
    `select account_id as "accountId" from city.calendar_feed
     where city_id = $1 and digest = $2 and revoked_at is null`,
    [tx.scope.cityId, digest],
  );
  return row?.accountId;
}

export async function feedSince(tx: Tx, accountId: string): Promise<Date | undefined> {
  const [row] = await namedQuery<{ readonly at: Date }>(
    tx,
    'dispatch-feed-of',
    'select at from city.calendar_feed where city_id = $1 and account_id = $2 and revoked_at is null',
    [tx.scope.cityId, accountId],
  );
  return row?.at;
}

/** An account has one address at a time: a new one ends the one before. */
export async function addFeed(
  tx: Tx,
  one: { readonly digest: string; readonly accountId: string; readonly at: Date },
): Promise<void> {
  await revokeFeedRow(tx, one.accountId, one.at);
  await namedQuery(
    tx,
    'dispatch-add-feed',
    'insert into city.calendar_feed (city_id, digest, account_id, at) values ($1, $2, $3, $4)',
    [tx.scope.cityId, one.digest, one.accountId, one.at],
  );
}

export async function revokeFeedRow(tx: Tx, accountId: string, at: Date): Promise<void> {
  await namedQuery(
    tx,
    'dispatch-revoke-feed',
    `update city.calendar_feed set revoked_at = $3
     where city_id = $1 and account_id = $2 and revoked_at is null`,
    [tx.scope.cityId, accountId, at],
  );
}
