import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { type Column, DataTable } from '#ui';
import type { DecisionView } from '../contract.ts';
import { standingNames } from '../texts.ts';

type Props = {
  readonly label: string;
  readonly decisions: readonly DecisionView[];
  readonly empty: string;
  readonly acts?: (decision: DecisionView) => ReactNode;
};

function standingText({ standing, daysLate }: DecisionView): string {
  return daysLate > 0 ? `${standingNames[standing]} ${daysLate} 天` : standingNames[standing];
}

const columns: readonly Column<DecisionView>[] = [
  { key: 'number', title: '序号', number: true, phone: 'hidden', render: (row) => row.number },
  {
    key: 'text',
    title: '议定事项',
    phone: 'title',
    render: (row) => <span className="wrapped">{row.text}</span>,
  },
  { key: 'lead', title: '牵头单位', render: (row) => row.lead?.name ?? '—' },
  {
    key: 'support',
    title: '配合单位',
    phone: 'hidden',
    render: (row) => row.support.map(({ name }) => name).join('、') || '—',
  },
  { key: 'due', title: '完成期限', render: (row) => row.dueOn ?? '—' },
  {
    key: 'task',
    title: '任务',
    render: (row) =>
      row.task ? (
        <Link href={`/matters/${row.task.matterId}`}>
          {row.task.number} {row.task.state}
        </Link>
      ) : (
        '—'
      ),
  },
  {
    key: 'standing',
    title: '落实情况',
    render: (row) => (row.withdrawnReason ? `已撤回：${row.withdrawnReason}` : standingText(row)),
  },
];

export function DecisionTable({ label, decisions, empty, acts }: Props) {
  const all = acts
    ? [...columns, { key: 'acts', title: '操作', render: (row: DecisionView) => acts(row) }]
    : columns;
  return (
    <DataTable
      label={label}
      columns={all}
      rows={decisions}
      rowKey={(row) => row.decisionId}
      empty={{ why: empty }}
    />
  );
}
