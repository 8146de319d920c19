import { namedQuery, type Tx } from '#db';

/** Until when one of these is locked out; undefined where none is. */
export async function lockedUntil(tx: Tx, keys: readonly string[], now: Date): Promise<Date | undefined> {
  const [row] = await namedQuery<{ until: Date | null }>(
    tx,
    'petition_locked',
    `select max(locked_until) as until from city.petition_attempt
     where city_id = $1 and key = any ($2::text[]) and locked_until > $3`,
    [tx.scope.cityId, keys, now],
  );
  return row?.until ?? undefined;
}

type Limit = { readonly most: number; readonly lockMinutes: number };

/** One more failure; a lock-out that is over, or a day without one, has wiped the slate. */
export async function countFailure(
  tx: Tx,
  key: string,
  now: Date,
  { most, lockMinutes }: Limit,
): Promise<Date | undefined> {
  const until = new Date(now.getTime() + lockMinutes * 60_000);
  const dayAgo = new Date(now.getTime() - 86_400_000);
  const [row] = await namedQuery<{ lockedUntil: Date | null }>(
    tx,
    'petition_failure',
    `with gone as (delete from city.petition_attempt where city_id = $1 and at < $6 and key <> $2)
     insert into city.petition_attempt as had (city_id, key, failed, locked_until, at)
     values ($1, $2, 1, case when $4 <= 1 then $5::timestamptz end, $3)
     on conflict (city_id, key) do update set
       failed = case when had.locked_until <= $3 or had.at < $6 then 1 else had.failed + 1 end,
       locked_until = case when (case when had.locked_until <= $3 or had.at < $6 then 1 else had.failed + 1 end) >= $4
         then $5::timestamptz end,
       at = $3
     returning locked_until as "lockedUntil"`,
    [tx.scope.cityId, key, now, most, until, dayAgo],
  );
  return row?.lockedUntil ?? undefined;
}

export async function forgetFailures(tx: Tx, key: string): Promise<void> {
  await namedQuery(
    tx,
    'petition_forget_failures',
    `delete from city.petition_attempt where city_id = $1 and key = $2`,
    [tx.scope.cityId, key],
  );
}
