import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'wouter';
import { type Column, DataTable, Instant, Page, Panel, Shown, useRoute } from '#ui';
import { listPeriods, type PeriodHead } from '../contract.ts';
import { stageNames } from '../texts.ts';
import { DaysDialog } from './period/days-dialog.tsx';
import { PeriodLinks } from './period/links.tsx';
import { texts } from './texts.ts';
import './reporting.css';

const columns: readonly Column<PeriodHead>[] = [
  {
    key: 'month',
    title: texts.month,
    phone: 'title',
    render: (row) => <Link href={`/reporting/${row.month}`}>{row.name}</Link>,
  },
  { key: 'stage', title: texts.stage, render: (row) => stageNames[row.stage] },
  {
    key: 'due',
    title: texts.fillDue,
    render: ({ days }) => days.steps.find(({ by }) => by === 'filler')?.dueOn ?? '—',
  },
  {
    key: 'lock',
    title: texts.lockOn,
    render: (row) => (row.lockedAt ? <Instant at={row.lockedAt} /> : row.days.lockOn),
  },
  {
    key: 'publish',
    title: texts.publishOn,
    render: (row) => (row.publishedAt ? <Instant at={row.publishedAt} /> : row.days.publishOn),
  },
  { key: 'by', title: texts.assignedBy, render: (row) => row.assignedBy },
  { key: 'act', title: texts.act, render: (row) => <PeriodLinks month={row.month} stage={row.stage} /> },
];

/** The months that were assigned, the newest first. */
export function Screen() {
  const list = useRoute(listPeriods, {});
  const [assigning, assign] = useState(false);
  const proposals = list.data?.proposals ?? [];
  return (
    <Page
      title={texts.periods}
      note={texts.periodsNote}
      acts={
        list.data?.mayAssign && proposals.length > 0 ? (
          <Button type="primary" onClick={() => assign(true)}>
            {texts.assign}
          </Button>
        ) : null
      }
    >
      <Panel>
        <Shown query={list}>
          {(data) => (
            <DataTable
              label={texts.periods}
              columns={columns}
              rows={data.periods}
              rowKey={(row) => row.month}
              empty={{
                why: texts.noPeriods,
                remedy: data.mayAssign ? texts.noPeriodsAssign : texts.noPeriodsRemedy,
              }}
            />
          )}
        </Shown>
      </Panel>
      {assigning ? <DaysDialog proposals={proposals} close={() => assign(false)} /> : null}
    </Page>
  );
}
