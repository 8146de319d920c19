import { Button } from 'antd';
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import { type Column, DataTable, Instant, Page, Panel, Shown, useRoute } from '#ui';
import { type BatchView, listReturns } from '../../contract.ts';
import { returnTexts as texts } from '../../texts.ts';

const columns: readonly Column<BatchView>[] = [
  {
    key: 'month',
    title: texts.month,
    phone: 'title',
    render: ({ batchId, month }) => <Link href={`/workbooks/returns/${batchId}`}>{texts.open(month)}</Link>,
  },
  { key: 'received', title: texts.receivedOn, render: ({ receivedOn }) => receivedOn },
  {
    key: 'state',
    title: texts.state,
    render: ({ status }) => (status === 'read' ? <strong>{texts.states.read}</strong> : texts.states[status]),
  },
  { key: 'files', title: texts.files, number: true, render: ({ files }) => files },
  { key: 'written', title: texts.written, number: true, render: ({ written }) => written },
  { key: 'actor', title: texts.actor, render: ({ actorName }) => actorName },
  { key: 'at', title: texts.at, render: ({ recordedAt }) => <Instant at={recordedAt} /> },
];

/** Every batch of returns; those waiting are opened and decided. */
export function Screen() {
  const [page, turn] = useState(1);
  const [, go] = useLocation();
  const batches = useRoute(listReturns, { page });
  return (
    <Page
      title={texts.returns}
      note={texts.note}
      acts={
        <>
          <Link href="/workbooks">{texts.toWorkbooks}</Link>
          <Button type="primary" onClick={() => go('/workbooks/returns/new')}>
            {texts.begin}
          </Button>
        </>
      }
    >
      <Panel>
        <Shown query={batches}>
          {({ rows, total, pageSize }) => (
            <DataTable
              label={texts.returns}
              columns={columns}
              rows={rows}
              rowKey={({ batchId }) => batchId}
              empty={{ why: texts.none, remedy: texts.noneRemedy }}
              paging={{ page, size: pageSize, total, turn }}
            />
          )}
        </Shown>
      </Panel>
    </Page>
  );
}
