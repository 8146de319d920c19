import { Alert, Button } from 'antd';
import type { OutputOf } from '#http/client';
import { type Column, DataTable, Panel, Refused, useAct } from '#ui';
import { verifyAudit } from '../contract.ts';
import { words } from './words.ts';

type Problem = OutputOf<typeof verifyAudit>['problems'][number];

const columns: readonly Column<Problem>[] = [
  { key: 'kind', title: words.problem, phone: 'title', render: ({ kind }) => words.kinds[kind] },
  { key: 'number', title: words.number, number: true, render: ({ number }) => number ?? '—' },
  { key: 'text', title: words.details, render: ({ text }) => text },
  { key: 'record', title: words.record, render: ({ auditId }) => auditId ?? '—' },
];

/** The verdict on the whole chain, naming the rows it does not stand for. */
export function Verify() {
  const act = useAct(verifyAudit);
  const verdict = act.data;
  return (
    <Panel
      title={words.verify}
      extra={
        <Button type="primary" loading={act.isPending} onClick={() => act.mutate({})}>
          {words.verify}
        </Button>
      }
    >
      <p className="quiet" style={{ margin: 0 }}>
        {words.verifyNote}
      </p>
      <div aria-live="polite">
        {act.error ? <Refused error={act.error} /> : null}
        {verdict ? (
          <Alert
            style={{ marginTop: 12 }}
            type={verdict.ok ? 'success' : 'error'}
            showIcon
            title={verdict.ok ? words.sound(verdict.sealed) : words.faulty(verdict.problems.length)}
            description={verdict.unsealed > 0 ? words.unsealedCount(verdict.unsealed) : undefined}
          />
        ) : null}
        {verdict && verdict.problems.length > 0 ? (
          <DataTable
            label={words.problem}
            columns={columns}
            rows={verdict.problems}
            rowKey={({ kind, number, auditId }) => `${kind} ${number ?? ''} ${auditId ?? ''}`}
            empty={{ why: '' }}
          />
        ) : null}
      </div>
    </Panel>
  );
}
