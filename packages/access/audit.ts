import { newId } from '#kernel/id';
import { auditable } from './auditable.ts';
import type { City } from './city.ts';
import { insertAudit } from './store/audit-row.ts';

export type AuditEntry = {
  /** Object and verb, as in the permission. */
  readonly action: string;
  /** Kind of the object: `project`, `account`, `session` … */
  readonly object: string;
  readonly objectId?: string | null;
  readonly details?: Readonly<Record<string, unknown>>;
  /** Personal data was shown in the clear. */
  readonly personalData?: boolean;
  readonly outcome?: 'done' | 'refused';
};

/**
 * Adds a row in the act's own transaction: the act and its trace are committed together or not at all. Passwords
 * never get in, phones and identity numbers only masked.
 */
export async function audit(
  city: Pick<City, 'tx' | 'cityId' | 'actor' | 'origin'>,
  entry: AuditEntry,
): Promise<void> {
  const { actor, origin } = city;
  await insertAudit(city.tx, {
    auditId: newId<'audit'>(),
    accountId: actor.accountId,
    actorName: actor.name,
    roles: [...new Set(actor.roles.map((held) => held.role))],
    ip: origin?.ip ?? null,
    action: entry.action,
    object: entry.object,
    objectId: entry.objectId ?? null,
    outcome: entry.outcome ?? 'done',
    personalData: entry.personalData ?? false,
    details: auditable(entry.details ?? {}),
  });
}
