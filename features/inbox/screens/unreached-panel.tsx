import { Button } from 'antd';
import type { OutputOf } from '#http/client';
import { type Column, Instant, PagedTable, Panel, Refused, Shown, useAct, useRoute } from '#ui';
import { listUnreached, settleUnreached } from '../contract.ts';
import { texts } from '../texts.ts';

type Unreached = OutputOf<typeof listUnreached>[number];

export function UnreachedPanel() {
  const unreached = useRoute(listUnreached, {});
  const settle = useAct(settleUnreached);
  const columns: readonly Column<Unreached>[] = [
    { key: 'addressee', title: texts.addressee, phone: 'title', render: ({ addressee }) => addressee },
    { key: 'count', title: texts.count, number: true, render: ({ count }) => count },
    { key: 'kind', title: texts.kind, render: ({ kindNames }) => kindNames.join('、') },
    { key: 'told', title: texts.latest, render: ({ toldAt }) => <Instant at={toldAt} /> },
    {
      key: 'act',
      title: texts.act,
      render: ({ unreachedId, addressee }) => (
        <Button
          size="small"
          aria-label={`${texts.settle}：${addressee}`}
          onClick={() => settle.mutate({ id: unreachedId })}
        >
          {texts.settle}
        </Button>
      ),
    },
  ];
  return (
    <Panel title={texts.unreached}>
      <p className="quiet">{texts.unreachedNote}</p>
      {settle.error ? <Refused error={settle.error} /> : null}
      <Shown query={unreached}>
        {(rows) => (
          <PagedTable
            label={texts.unreached}
            columns={columns}
            rows={rows}
            rowKey={({ unreachedId }) => unreachedId}
            empty={{ why: texts.noUnreached }}
          />
        )}
      </Shown>
    </Panel>
  );
}
