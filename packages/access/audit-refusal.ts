import { type Db, inScope } from '#db';
import type { Refusal } from '#kernel/refusal';
import { type AuditEntry, audit } from './audit.ts';
import { type City, scopeOf } from './city.ts';

/**
 * Keeps that something was refused, in a transaction of its own, since the act's was undone. Of the refusal only the
 * code is kept: its details may repeat what was not to be taken in, such as the name of a secret file.
 */
export function auditRefusal(
  db: Db,
  by: Pick<City, 'cityId' | 'actor' | 'origin'>,
  entry: Omit<AuditEntry, 'outcome'>,
  refusal: Refusal,
): Promise<void> {
  const details = { ...entry.details, code: refusal.code };
  return inScope(db, scopeOf(by.actor, by.cityId), (tx) =>
    audit({ ...by, tx }, { ...entry, details, outcome: 'refused' }),
  );
}
