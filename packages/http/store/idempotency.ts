import { deferQuery, namedQuery, type Tx } from '#db';

export type KeptAnswer = {
  readonly fingerprint: string;
  readonly status: number | null;
  readonly answer: string | null;
};

/**
 * Takes the key for this transaction. A duplicate under way is waited for (at most ten seconds, then
 * lock_not_available); false when the key has been used before.
 */
export async function takeKey(tx: Tx, accountId: string, key: string, fingerprint: string): Promise<boolean> {
  const taken = await namedQuery<{ key: string }>(
    tx,
    'http_take_key',
    `with waits as materialized (select set_config('lock_timeout', '10s', true))
     insert into city.idempotency (city_id, account_id, key, fingerprint) select $1, $2, $3, $4 from waits
     on conflict do nothing returning key, set_config('lock_timeout', '0', true)`,
    [tx.scope.cityId, accountId, key, fingerprint],
  );
  return taken.length === 1;
}

export async function findAnswer(tx: Tx, accountId: string, key: string): Promise<KeptAnswer | undefined> {
  const [row] = await namedQuery<KeptAnswer>(
    tx,
    'http_find_answer',
    `select fingerprint, status, answer from city.idempotency where city_id = $1 and account_id = $2 and key = $3`,
    [tx.scope.cityId, accountId, key],
  );
  return row;
}

/** Said with the commit: the key itself was taken before. */
export function keepAnswer(
  tx: Tx,
  accountId: string,
  key: string,
  kept: { readonly status: number; readonly answer: string },
): void {
  deferQuery(tx, {
    name: 'http_keep_answer',
    text: `update city.idempotency set status = $4, answer = $5 where city_id = $1 and account_id = $2 and key = $3`,
    values: [tx.scope.cityId, accountId, key, kept.status, kept.answer],
  });
}

/** Forgets answers made before the instant and tells how many; one city, in batches. */
export async function forgetAnswers(tx: Tx, before: Date, atMost: number): Promise<number> {
  const gone = await namedQuery<{ key: string }>(
    tx,
    'http_forget_answers',
    `delete from city.idempotency where city_id = $1 and (account_id, key) in (
       select account_id, key from city.idempotency where city_id = $1 and made_at < $2
       order by made_at limit $3)
     returning key`,
    [tx.scope.cityId, before, atMost],
  );
  return gone.length;
}
