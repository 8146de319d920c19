import { Alert, Button } from 'antd';
import { useState } from 'react';
import { Link } from 'wouter';
import type { OutputOf } from '#http/client';
import { type Column, call, DataTable, LightCounts, LightMark, Panel, Refused } from '#ui';
import { type LightTrial, tryLightRules } from '../contract.ts';
import { lightWords } from '../texts.ts';
import type { Wanted } from './use-check.ts';

const columns: readonly Column<LightTrial['changes'][number]>[] = [
  {
    key: 'name',
    title: lightWords.project,
    phone: 'title',
    render: ({ projectId, name }) => (
      <Link className="wrapped" href={`/projects/${projectId}`}>
        {name}
      </Link>
    ),
  },
  { key: 'before', title: lightWords.before, render: ({ before }) => <LightMark light={before} /> },
  { key: 'after', title: lightWords.after, render: ({ after }) => <LightMark light={after} /> },
  {
    key: 'why',
    title: lightWords.why,
    render: ({ why }) => <span className="wrapped">{why[0] ?? '—'}</span>,
  },
];

/** How many lights of the month that is shown would be others; asked for, and never stored. */
export function Trial({ wanted }: { readonly wanted: Wanted }) {
  const [tried, setTried] = useState<{ of: string; answer: OutputOf<typeof tryLightRules> }>();
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const of = JSON.stringify(wanted);
  const run = async () => {
    setBusy(true);
    setError(undefined);
    try {
      setTried({ of, answer: await call(tryLightRules, wanted) });
    } catch (failed) {
      setError(failed);
    } finally {
      setBusy(false);
    }
  };
  const answer = tried?.of === of ? tried.answer : undefined;
  return (
    <Panel
      title={lightWords.trial}
      extra={
        <Button loading={busy} onClick={() => void run()}>
          {lightWords.try}
        </Button>
      }
    >
      <p className="quiet">{lightWords.trialNote}</p>
      {error ? <Refused error={error} /> : null}
      <div role="status">{answer ? <Answer answer={answer} /> : null}</div>
    </Panel>
  );
}

function Answer({ answer: { faults, trial } }: { readonly answer: OutputOf<typeof tryLightRules> }) {
  if (faults.length > 0) return <Alert type="error" showIcon title={faults[0]} />;
  if (!trial) return <p className="quiet">{lightWords.noMonth}</p>;
  const { month, tried, changed, changes, before, after } = trial;
  return (
    <>
      <p>{lightWords.changed(month, tried, changed)}</p>
      <p>
        {lightWords.before} <LightCounts counts={before} />
      </p>
      <p>
        {lightWords.after} <LightCounts counts={after} />
      </p>
      {changed === 0 ? null : (
        <DataTable
          label={lightWords.trial}
          columns={columns}
          rows={changes}
          rowKey={({ projectId }) => projectId}
          empty={{ why: '' }}
        />
      )}
      {changes.length < changed ? <p className="quiet">{lightWords.firstOnly(changes.length)}</p> : null}
    </>
  );
}
