import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { type VocabularyTrial as Tried, tryVocabulary } from '#features/intake';
import { type Column, call, DataTable, Field, Panel, Refused } from '#ui';
import { vocabularyWords } from '../texts.ts';

type Row = Tried['columns'][number] & { readonly at: number };
type Kind = 'projects' | 'reports';

const columns: readonly Column<Row>[] = [
  { key: 'header', title: vocabularyWords.header, phone: 'title', render: ({ header }) => header },
  { key: 'before', title: vocabularyWords.before, render: ({ before }) => before ?? vocabularyWords.unknown },
  {
    key: 'after',
    title: vocabularyWords.after,
    render: ({ before, after }) =>
      before === after ? (
        (after ?? vocabularyWords.unknown)
      ) : (
        <strong>{after ?? vocabularyWords.unknown}</strong>
      ),
  },
  { key: 'sheet', title: vocabularyWords.sheet, render: ({ sheet }) => sheet ?? '—' },
];

/** How headers would be read: of a pasted row, or of the workbook taken in last. */
export function VocabularyTrial({ value }: { readonly value: unknown }) {
  const [headers, setHeaders] = useState('');
  const [kind, setKind] = useState<Kind>('projects');
  const [tried, setTried] = useState<Tried>();
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const run = async () => {
    setBusy(true);
    setError(undefined);
    try {
      const given = headers.trim() === '' ? {} : { headers };
      setTried(await call(tryVocabulary, { value, kind, ...given }));
    } catch (failed) {
      setError(failed);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Panel title={vocabularyWords.trial}>
      <p className="quiet">{vocabularyWords.trialNote}</p>
      <div className="field-pair">
        <Field label={vocabularyWords.kind}>
          {(ties) => (
            <Select<Kind>
              {...ties}
              value={kind}
              onChange={setKind}
              options={(['projects', 'reports'] as const).map((one) => ({
                value: one,
                label: vocabularyWords.tryKinds[one],
              }))}
            />
          )}
        </Field>
        <Field label={vocabularyWords.headers}>
          {(ties) => (
            <Input.TextArea
              {...ties}
              rows={2}
              maxLength={20_000}
              value={headers}
              onChange={(event) => setHeaders(event.target.value)}
            />
          )}
        </Field>
      </div>
      <Button loading={busy} onClick={() => void run()}>
        {vocabularyWords.try}
      </Button>
      {error ? <Refused error={error} /> : null}
      <div role="status">
        {tried ? (
          <>
            {tried.problems.map((problem) => (
              <p key={problem} className="field-error">
                {problem}
              </p>
            ))}
            {tried.workbook ? <p>{vocabularyWords.ofWorkbook(tried.workbook.fileName)}</p> : null}
            <DataTable
              label={vocabularyWords.trial}
              columns={columns}
              rows={tried.columns.map((one, at) => ({ ...one, at }))}
              rowKey={({ at }) => at}
              empty={{ why: vocabularyWords.nothing }}
            />
          </>
        ) : null}
      </div>
    </Panel>
  );
}
