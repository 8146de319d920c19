import { Button, Select } from 'antd';
import { useState } from 'react';
import { Link } from 'wouter';
import { type Column, DataTable, Field, Filters, Instant, Page, Panel, Shown, useRoute } from '#ui';
import { intakeQueue, type QueueRow } from '../contract.ts';
import { channelNames, languageNames } from '../texts.ts';
import { AssignDialog, type Deciding } from './assign-dialog.tsx';
import { texts } from './texts.ts';

const kinds = {
  appeal: texts.publicAppeal,
  aid: texts.publicAid,
  'foreign-complaint': texts.publicComplaint,
  hotline: '热线工单',
} as const;

/** What came in and waits for a unit. */
export function Screen() {
  const [kind, setKind] = useState<string>();
  const [page, turn] = useState(1);
  const [deciding, decide] = useState<Deciding>();
  const queue = useRoute(intakeQueue, { kind, page }, { everySeconds: 60 });
  return (
    <Page title={texts.queue} note={texts.queueNote}>
      <Panel>
        <Filters>
          <Field label={texts.kind}>
            {(ties) => (
              <Select<string>
                {...ties}
                allowClear
                placeholder={texts.all}
                style={{ minWidth: 180 }}
                value={kind ?? null}
                options={Object.entries(kinds).map(([value, label]) => ({ value, label }))}
                onChange={(chosen) => {
                  setKind(chosen ?? undefined);
                  turn(1);
                }}
              />
            )}
          </Field>
        </Filters>
        <Shown query={queue}>
          {({ rows, total, pageSize }) => (
            <DataTable
              label={texts.queue}
              columns={columnsFor(decide)}
              rows={rows}
              rowKey={(row) => row.matterId}
              empty={{ why: texts.queueEmpty, remedy: texts.queueEmptyRemedy }}
              paging={{ page, size: pageSize, total, turn }}
            />
          )}
        </Shown>
      </Panel>
      {deciding ? <AssignDialog {...deciding} close={() => decide(undefined)} /> : null}
    </Page>
  );
}

function columnsFor(decide: (deciding: Deciding) => void): readonly Column<QueueRow>[] {
  return [
    {
      ...{ key: 'number', title: texts.number, width: 140 },
      render: (row) => <Link href={`/petitions/${row.matterId}`}>{row.number}</Link>,
    },
    { key: 'title', title: texts.title, phone: 'title', render: (row) => row.title },
    {
      ...{ key: 'kind', title: texts.kind, width: 150 },
      render: ({ kind, channel, language }) => (
        <>
          {kind.name}
          <div className="quiet">
            {channelNames[channel]}
            {language === 'zh' ? '' : `（${languageNames[language]}）`}
          </div>
        </>
      ),
    },
    { key: 'district', title: texts.district, width: 110, render: (row) => row.district ?? '—' },
    { key: 'takenAt', title: texts.takenAt, width: 150, render: (row) => <Instant at={row.takenAt} /> },
    { key: 'dueOn', title: texts.dueOn, width: 110, render: (row) => row.dueOn ?? '—' },
    { key: 'proposed', title: texts.proposed, width: 140, render: (row) => row.proposed?.name ?? '—' },
    {
      ...{ key: 'acts', title: texts.acts, width: 210 },
      render: (row) => (
        <span style={{ display: 'flex', gap: 8 }}>
          <Button
            type="primary"
            aria-label={`${texts.assign}${row.number}`}
            onClick={() => decide({ row, what: 'assign' })}
          >
            {texts.assign}
          </Button>
          <Button
            aria-label={`${texts.decline}${row.number}`}
            onClick={() => decide({ row, what: 'decline' })}
          >
            {texts.decline}
          </Button>
        </span>
      ),
    },
  ];
}
