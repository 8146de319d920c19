import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'wouter';
import { type Column, DataTable, Instant, Page, Panel, Shown, useRoute } from '#ui';
import { planWindows, type WindowView } from '../contract.ts';
import { texts, windowStates } from '../texts.ts';
import { OpenWindow } from './open-window.tsx';
import { useYear, YearFilter } from './use-year.tsx';
import './year.css';

const columns: readonly Column<WindowView>[] = [
  {
    key: 'document',
    title: texts.document,
    phone: 'title',
    render: (row) => (
      <Link href={`/year/windows/${row.windowId}`} className="wrapped">
        {row.document.title}
      </Link>
    ),
  },
  { key: 'number', title: texts.documentNumber, render: (row) => row.document.number },
  { key: 'days', title: texts.days, render: (row) => `${row.opensOn} 至 ${row.closesOn}` },
  { key: 'state', title: texts.state, render: (row) => windowStates[row.state] },
  { key: 'from', title: texts.effectiveFrom, render: (row) => row.end?.effectiveFrom ?? '—' },
  { key: 'plans', title: texts.plansChanged, number: true, render: (row) => row.end?.plans ?? '—' },
  {
    key: 'by',
    title: texts.openedBy,
    render: (row) => (
      <>
        {row.openedBy} <Instant at={row.openedAt} />
      </>
    ),
  },
];

const works = [
  ['carry-over', texts.carryOver, texts.carryOverNote],
  ['structures', texts.structures, texts.structuresNote],
  ['plan-check', texts.planCheck, texts.planCheckNote],
] as const;

/** What a year asks for beside its months. */
export function Screen() {
  const chosen = useYear();
  if (chosen.year) return <Year {...chosen} year={chosen.year} />;
  return (
    <Page title={texts.year}>
      <Shown query={chosen.choices}>{() => null}</Shown>
    </Page>
  );
}

function Year(chosen: ReturnType<typeof useYear> & { readonly year: number }) {
  const { year } = chosen;
  const windows = useRoute(planWindows, { year });
  const [opening, open] = useState(false);
  return (
    <Page title={texts.year} note={texts.yearNote}>
      <div className="filters">
        <YearFilter {...chosen} />
      </div>
      <Panel
        title={texts.windows}
        extra={
          windows.data?.mayOpen ? (
            <Button type="primary" onClick={() => open(true)}>
              {texts.open}
            </Button>
          ) : null
        }
      >
        <p className="quiet">{texts.windowsNote}</p>
        <Shown query={windows} rows={3}>
          {(data) => (
            <DataTable
              label={texts.windows}
              columns={columns}
              rows={data.windows}
              rowKey={(row) => row.windowId}
              empty={{
                why: texts.noWindow(year),
                remedy: data.mayOpen ? texts.noWindowRemedy : texts.noWindowWait,
              }}
            />
          )}
        </Shown>
      </Panel>
      <ul className="year-works">
        {works.map(([path, name, note]) => (
          <li key={path} className="panel">
            <Link href={`/year/${path}?year=${year}`}>{name}</Link>
            <p className="quiet">{note}</p>
          </li>
        ))}
      </ul>
      {opening ? <OpenWindow year={year} close={() => open(false)} /> : null}
    </Page>
  );
}
