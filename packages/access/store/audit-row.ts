import { sql } from 'kysely';
import { preparedQuery, type Tx } from '#db';

export type NewAuditRow = {
  readonly auditId: string;
  readonly accountId: string;
  readonly actorName: string;
  readonly roles: readonly string[];
  readonly ip: string | null;
  readonly action: string;
  readonly object: string;
  readonly objectId: string | null;
  readonly outcome: 'done' | 'refused';
  readonly personalData: boolean;
  readonly details: Record<string, unknown>;
};

export async function insertAudit(tx: Tx, row: NewAuditRow): Promise<void> {
  await preparedQuery(
    tx,
    sql`
    insert into city.audit (city_id, audit_id, account_id, actor_name, roles, ip, action, object, object_id, outcome,
      personal_data, details)
    values (${tx.scope.cityId}, ${row.auditId}, ${row.accountId}, ${row.actorName}, ${row.roles}::text[], ${row.ip},
      ${row.action}, ${row.object}, ${row.objectId}, ${row.outcome}, ${row.personalData},
      ${JSON.stringify(row.details)}::jsonb)`,
  );
}
