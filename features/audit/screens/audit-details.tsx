import { Button, Modal } from 'antd';
import { listRoles } from '#features/identity';
import { Facts, Instant, useRoute } from '#ui';
import type { AuditRow } from './audit-table.tsx';
import { words } from './words.ts';

type AuditDetailsProps = { readonly row: AuditRow | undefined; readonly close: () => void };

/** One record with all that was kept of it. */
export function AuditDetails({ row, close }: AuditDetailsProps) {
  return (
    <Modal
      open={row !== undefined}
      title={row?.actionText}
      onCancel={close}
      footer={<Button onClick={close}>{words.close}</Button>}
      destroyOnHidden
    >
      {row ? <Kept row={row} /> : null}
    </Modal>
  );
}

function Kept({ row }: { readonly row: AuditRow }) {
  const names = new Map(useRoute(listRoles, {}).data?.map(({ role, name }) => [role as string, name]));
  return (
    <Facts
      facts={[
        [words.time, <Instant key="at" at={row.at} />],
        [words.actor, row.actorName],
        [words.roles, row.roles.map((role) => names.get(role) ?? role).join('、')],
        [words.ip, row.ip],
        [words.action, row.action],
        [words.object, row.objectName],
        [words.objectId, row.objectId],
        [words.outcome, words.outcomes[row.outcome]],
        ...Object.entries(row.details).map(
          ([name, value]) => [words.fields[name] ?? name, textOf(value)] as const,
        ),
        [words.number, row.number ?? words.unsealed],
        [words.record, row.auditId],
      ]}
    />
  );
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
