import { Button } from 'antd';
import { Link } from 'wouter';
import { type Column, LightMark } from '#ui';
import type { CoverageRow, LoadRow } from '../contract.ts';
import { loadTitles, stateNames, texts, columnTitles as title } from '../texts.ts';

const day = (on: string | null) => <span className="instant">{on ?? '—'}</span>;

export const rowColumns: readonly Column<CoverageRow>[] = [
  {
    key: 'name',
    title: title.name,
    phone: 'title',
    render: (row) => (
      <Link className="wrapped" href={`/projects/${row.projectId}/visits`}>
        {row.name}
      </Link>
    ),
  },
  {
    key: 'districts',
    title: title.districts,
    render: (row) => row.districts.map(({ name }) => name).join('、'),
  },
  { key: 'light', title: title.light, render: (row) => (row.light ? <LightMark light={row.light} /> : '—') },
  {
    key: 'secretaries',
    title: title.secretaries,
    render: (row) => (
      <>
        {row.secretaries.join('、') || '—'}
        {row.asked || row.state === 'unknown' ? null : <span className="quiet">（{texts.beyond}）</span>}
      </>
    ),
  },
  {
    key: 'state',
    title: title.state,
    render: (row) =>
      row.state === 'active' ? stateNames.active : <span className="doubt">{stateNames[row.state]}</span>,
  },
  {
    key: 'lastOn',
    title: title.lastOn,
    render: (row) => (
      <>
        {day(row.lastOn)}
        {row.daysSilent === null ? null : <span className="quiet">（{texts.daysAgo(row.daysSilent)}）</span>}
      </>
    ),
  },
  {
    key: 'next',
    title: title.nextStep,
    render: (row) =>
      row.nextStep ? (
        <span className="wrapped">
          {row.nextStep} {day(row.nextOn)}
          {row.nextLate ? <span className="doubt">{texts.late}</span> : null}
        </span>
      ) : (
        '—'
      ),
  },
  { key: 'matters', title: title.openMatters, number: true, render: (row) => row.openMatters },
];

export function loadColumns(pick: (secretary: string) => void): readonly Column<LoadRow>[] {
  return [
    {
      key: 'name',
      title: loadTitles.name,
      phone: 'title',
      render: (row) => (
        <>
          <Button type="link" className="in-cell" onClick={() => pick(row.key)}>
            {row.name}
          </Button>
          {row.known ? null : <span className="quiet"> {texts.notKnown}</span>}
        </>
      ),
    },
    { key: 'projects', title: loadTitles.projects, number: true, render: (row) => row.projects },
    { key: 'active', title: loadTitles.active, number: true, render: (row) => row.active },
    { key: 'silent', title: loadTitles.silent, number: true, render: (row) => row.silent },
    { key: 'last', title: loadTitles.lastOn, render: (row) => day(row.lastOn) },
    { key: 'late', title: loadTitles.lateSteps, number: true, render: (row) => row.lateSteps },
    { key: 'matters', title: loadTitles.openMatters, number: true, render: (row) => row.openMatters },
  ];
}
