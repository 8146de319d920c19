import { Facts, Instant } from '#ui';
import type { AuditRow } from './audit-table.tsx';
import { words } from './words.ts';

/** One record with all that was kept of it. */
export function AuditDetails({ row }: { readonly row: AuditRow }) {
  const details = Object.entries(row.details);
  return (
    <Facts
      facts={[
        [words.time, <Instant key="at" at={row.at} />],
        [words.actor, row.actorName],
        [words.roles, row.roles.join('、')],
        [words.ip, row.ip],
        [words.action, row.action],
        [words.object, row.objectName],
        [words.objectId, row.objectId],
        [words.outcome, words.outcomes[row.outcome]],
        ...details.map(([name, value]) => [name, textOf(value)] as const),
        [words.number, row.number ?? words.unsealed],
        [words.record, row.auditId],
      ]}
    />
  );
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
