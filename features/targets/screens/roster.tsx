import { Alert, Button, Select } from 'antd';
import { useState } from 'react';
import { Link } from 'wouter';
import type { OutputOf } from '#http/client';
import type { PlainDate } from '#kernel/plain-date';
import { type Column, Field, PagedTable, Refused, Shown, useAct, useRoute, useUpload } from '#ui';
import { type RosterRow, readRoster, readRosterFile, recordRoster, type rosterViews } from '../contract.ts';
import { texts, statisticsTexts as words } from '../texts.ts';
import { SourceFields } from './record-figure.tsx';
import { Findings, TableSource } from './table-source.tsx';

type View = (typeof rosterViews)[number];

/** Which project is registered since when, beside what its monthly reports say. */
export function Roster({ year, mayRecord }: { readonly year: number; readonly mayRecord: boolean }) {
  const [view, setView] = useState<View>('entered');
  const roster = useRoute(readRoster, { year, view });
  const counts = roster.data?.counts ?? {};
  return (
    <>
      <div className="filters">
        <Field label="情况">
          {(ties) => (
            <Select<View>
              {...ties}
              style={{ width: 280, maxWidth: '100%' }}
              value={view}
              onChange={setView}
              options={(Object.keys(words.views) as View[]).map((one) => ({
                value: one,
                label: `${words.views[one]} ${counts[one] ?? 0}`,
              }))}
            />
          )}
        </Field>
      </div>
      <Shown query={roster}>
        {({ rows }) => (
          <PagedTable
            label={words.roster}
            columns={columns}
            rows={rows}
            rowKey={(row) => row.projectId}
            empty={{ why: words.noRows }}
          />
        )}
      </Shown>
      {mayRecord ? <EnterRoster /> : null}
    </>
  );
}

const said = (value: boolean | null) => (value === null ? words.unsaid : value ? words.yes : words.no);

const columns: readonly Column<RosterRow>[] = [
  { key: 'number', title: '编号', render: (row) => <span className="instant">{row.number}</span> },
  {
    key: 'name',
    title: '名称',
    phone: 'title',
    render: (row) => (
      <Link className="wrapped" href={`/projects/${row.projectId}`}>
        {row.name}
      </Link>
    ),
  },
  { key: 'districts', title: '地区', render: (row) => row.districts.join('、') },
  { key: 'roster', title: words.onRoster, render: (row) => said(row.onRoster) },
  {
    key: 'since',
    title: words.since,
    render: (row) => <span className="instant">{row.enteredOn ?? '—'}</span>,
  },
  { key: 'source', title: texts.source, render: (row) => row.source ?? '—' },
  {
    key: 'on',
    title: texts.statedOn,
    render: (row) => <span className="instant">{row.statedOn ?? '—'}</span>,
  },
  { key: 'reported', title: words.saysReport, render: (row) => said(row.reported) },
];

function EnterRoster() {
  const [read, setRead] = useState<OutputOf<typeof readRosterFile>>();
  const [source, setSource] = useState('');
  const [statedOn, setStatedOn] = useState<PlainDate>();
  const upload = useUpload(readRosterFile, setRead);
  const act = useAct(recordRoster, () => setRead(undefined));
  const rows = read?.rows.map(({ projectId, enteredOn }) => ({ projectId, enteredOn })) ?? [];
  return (
    <details>
      <summary>{words.fromTable}</summary>
      {upload.error ? <Refused error={upload.error} /> : null}
      <TableSource hint={words.rosterHint} send={upload.send} busy={upload.busy} />
      {read ? <p role="status">{words.rowsRead(read.rows.length, read.findings.length)}</p> : null}
      {read ? <Findings findings={read.findings} /> : null}
      <SourceFields source={source} setSource={setSource} statedOn={statedOn} setStatedOn={setStatedOn} />
      {act.error ? <Refused error={act.error} /> : null}
      {act.data ? (
        <Alert
          type="success"
          showIcon
          title={words.written(act.data.recorded)}
          style={{ marginBottom: 12 }}
        />
      ) : null}
      <Button
        type="primary"
        loading={act.isPending}
        disabled={rows.length === 0 || source.trim() === '' || statedOn === undefined}
        onClick={() => statedOn && act.mutate({ rows, source: source.trim(), statedOn })}
      >
        {words.write} {rows.length > 0 ? `${rows.length} 条` : ''}
      </Button>
    </details>
  );
}
