import { Button } from 'antd';
import type { OutputOf } from '#http/client';
import { type Column, DataTable, Instant } from '#ui';
import type { listAudit } from '../contract.ts';
import { words } from './words.ts';

type AuditPage = OutputOf<typeof listAudit>;
export type AuditRow = AuditPage['rows'][number];

type AuditTableProps = {
  readonly page: AuditPage;
  readonly turn: (page: number) => void;
  readonly show: (row: AuditRow) => void;
};

export function AuditTable({ page, turn, show }: AuditTableProps) {
  const columns: readonly Column<AuditRow>[] = [
    { key: 'number', title: words.number, number: true, render: (row) => row.number ?? words.unsealed },
    { key: 'at', title: words.time, render: (row) => <Instant at={row.at} /> },
    { key: 'actor', title: words.actor, phone: 'title', render: (row) => row.actorName },
    {
      key: 'action',
      title: words.act,
      render: (row) => (
        <Button type="link" className="in-cell" onClick={() => show(row)}>
          {row.actionText}
        </Button>
      ),
    },
    { key: 'object', title: words.object, render: (row) => row.objectName },
    {
      key: 'outcome',
      title: words.outcome,
      render: (row) =>
        row.outcome === 'refused' ? <strong>{words.outcomes.refused}</strong> : words.outcomes.done,
    },
    { key: 'personal', title: words.personal, render: (row) => (row.personalData ? '是' : '—') },
    { key: 'ip', title: words.ip, render: (row) => row.ip ?? '—' },
  ];
  return (
    <DataTable
      label={words.audit}
      columns={columns}
      rows={page.rows}
      rowKey={(row) => row.auditId}
      empty={{ why: words.none, remedy: words.noneRemedy }}
      paging={{ page: page.page, size: page.pageSize, total: page.total, turn }}
    />
  );
}
