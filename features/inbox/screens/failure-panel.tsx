import { Button } from 'antd';
import { useState } from 'react';
import type { OutputOf } from '#http/client';
import { type Column, DataTable, Instant, Panel, Refused, Shown, useAct, useRoute } from '#ui';
import { listFailures, sendAgain } from '../contract.ts';
import { texts } from '../texts.ts';

type Failure = OutputOf<typeof listFailures>['rows'][number];

export function FailurePanel() {
  const [page, turn] = useState(1);
  const failures = useRoute(listFailures, { page }, { everySeconds: 30 });
  const again = useAct(sendAgain);
  const columns: readonly Column<Failure>[] = [
    {
      key: 'to',
      title: texts.to,
      phone: 'title',
      render: ({ accountName }) => accountName ?? <span className="quiet">{texts.group}</span>,
    },
    { key: 'channel', title: texts.channels, render: ({ channelName }) => channelName },
    { key: 'kind', title: texts.kind, render: ({ kindName }) => kindName },
    { key: 'made', title: texts.toldAt, render: ({ madeAt }) => <Instant at={madeAt} /> },
    { key: 'attempts', title: texts.attempts, number: true, render: ({ attempts }) => attempts },
    {
      key: 'reason',
      title: texts.reason,
      render: ({ lastError }) => <span className="wrapped">{lastError}</span>,
    },
    {
      key: 'next',
      title: texts.next,
      render: ({ state, nextAt }) =>
        state === 'waiting' ? <Instant at={nextAt} /> : <span className="doubt">{texts.given}</span>,
    },
    {
      key: 'act',
      title: texts.act,
      render: ({ messageId }) => (
        <Button size="small" loading={again.isPending} onClick={() => again.mutate({ id: messageId })}>
          {texts.resend}
        </Button>
      ),
    },
  ];
  return (
    <Panel title={texts.failures}>
      <p className="quiet">{texts.failuresNote}</p>
      {again.error ? <Refused error={again.error} /> : null}
      <Shown query={failures}>
        {({ rows, total, pageSize }) => (
          <DataTable
            label={texts.failures}
            columns={columns}
            rows={rows}
            rowKey={({ messageId }) => messageId}
            empty={{ why: texts.noFailures }}
            paging={{ page, size: pageSize, total, turn }}
          />
        )}
      </Shown>
    </Panel>
  );
}
