import { Button } from 'antd';
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import { type Column, DataTable, Instant, Page, Panel, Shown, useRoute } from '#ui';
import { listImports, type RunView } from '../contract.ts';
import { texts } from '../texts.ts';
import { periodOf } from './period-of.ts';

const columns: readonly Column<RunView>[] = [
  {
    key: 'file',
    title: texts.file,
    phone: 'title',
    render: (run) => <Link href={`/imports/${run.importId}`}>{run.fileName}</Link>,
  },
  { key: 'kind', title: texts.kind, render: (run) => texts.kinds[run.kind] },
  { key: 'period', title: texts.period, render: periodOf },
  { key: 'sender', title: texts.sender, render: (run) => run.sender ?? '—' },
  { key: 'received', title: texts.receivedOn, render: (run) => run.receivedOn },
  {
    key: 'state',
    title: texts.state,
    render: (run) =>
      run.status === 'read' ? <strong>{texts.states.read}</strong> : texts.states[run.status],
  },
  {
    key: 'rows',
    title: texts.rowCounts,
    number: true,
    render: (run) => `${run.accepted}／${run.rejected}`,
  },
  { key: 'written', title: texts.written, number: true, render: (run) => run.written },
  { key: 'actor', title: texts.actor, render: (run) => run.actorName },
  { key: 'at', title: texts.at, render: (run) => <Instant at={run.recordedAt} /> },
];

/** Every workbook taken in; those waiting for a decision are opened and decided. */
export function Screen() {
  const [page, turn] = useState(1);
  const [, go] = useLocation();
  const runs = useRoute(listImports, { page });
  return (
    <Page
      title={texts.imports}
      note={texts.importsNote}
      acts={
        <Button type="primary" onClick={() => go('/imports/new')}>
          {texts.newImport}
        </Button>
      }
    >
      <Panel>
        <Shown query={runs}>
          {({ rows, total, pageSize }) => (
            <DataTable
              label={texts.imports}
              columns={columns}
              rows={rows}
              rowKey={(run) => run.importId}
              empty={{ why: texts.none, remedy: texts.noneRemedy }}
              paging={{ page, size: pageSize, total, turn }}
            />
          )}
        </Shown>
      </Panel>
    </Page>
  );
}
