import { namedQuery, type Tx } from '#db';

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
  await namedQuery(
    tx,
    'access_insert_audit',
    `insert into city.audit (city_id, audit_id, account_id, actor_name, roles, ip, action, object, object_id, outcome,
       personal_data, details)
     values ($1, $2, $3, $4, $5::text[], $6, $7, $8, $9, $10, $11, $12::jsonb)`,
    [
      ...[
        tx.scope.cityId,
        row.auditId,
        row.accountId,
        row.actorName,
        row.roles,
        row.ip,
        row.action,
        row.object,
      ],
      ...[row.objectId, row.outcome, row.personalData, JSON.stringify(row.details)],
    ],
  );
}
