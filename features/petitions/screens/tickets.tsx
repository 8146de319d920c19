import { Button } from 'antd';
import { useRef, useState } from 'react';
import type { OutputOf } from '#http/client';
import { DataTable, DayInput, download, Field, Filters, Page, Panel, Refused, useUpload } from '#ui';
import { exportTickets, importTickets } from '../contract.ts';
import { usualSpan } from './span.ts';
import { texts } from './texts.ts';

type Answer = OutputOf<typeof importTickets>;

/** Tickets of 12345 come in as the workbook that line hands out, and their results go back under their own numbers. */
export function Screen() {
  const picker = useRef<HTMLInputElement>(null);
  const [answer, setAnswer] = useState<Answer>();
  const [span, setSpan] = useState(usualSpan);
  const [failed, setFailed] = useState<unknown>();
  const upload = useUpload(importTickets, setAnswer);
  const save = (format: 'xlsx' | 'csv') => {
    setFailed(undefined);
    download(exportTickets, { ...span, format }).catch(setFailed);
  };
  return (
    <Page title={texts.tickets} note={texts.ticketsNote}>
      <Panel title={texts.import}>
        <input
          ref={picker}
          type="file"
          hidden
          aria-label={texts.pickFile}
          accept=".xlsx,.xls,.csv"
          onChange={(event) => {
            const file = event.target.files?.[0];
            setAnswer(undefined);
            if (file) upload.send({ file: { name: file.name, bytes: file } });
            event.target.value = '';
          }}
        />
        <Button type="primary" loading={upload.busy} onClick={() => picker.current?.click()}>
          {upload.busy ? texts.importing : texts.pickFile}
        </Button>
        {upload.error ? <Refused error={upload.error} /> : null}
        {answer ? <Told answer={answer} /> : null}
      </Panel>
      <Panel title={texts.results}>
        <Filters>
          <Field label={texts.from}>
            {(ties) => (
              <DayInput
                {...ties}
                value={span.from}
                max={span.to}
                change={(from) => from && setSpan({ ...span, from })}
              />
            )}
          </Field>
          <Field label={texts.to}>
            {(ties) => <DayInput {...ties} value={span.to} change={(to) => to && setSpan({ ...span, to })} />}
          </Field>
          <Button onClick={() => save('xlsx')}>{texts.exportXlsx}</Button>
          <Button onClick={() => save('csv')}>{texts.exportCsv}</Button>
        </Filters>
        {failed ? <Refused error={failed} /> : null}
      </Panel>
    </Page>
  );
}

function Told({ answer: { rows, taken, faults } }: { readonly answer: Answer }) {
  if (faults.length === 0) return <p role="status">{texts.imported(taken)}</p>;
  return (
    <>
      <p role="alert">{texts.notImported(rows, faults.length)}</p>
      <DataTable
        label={texts.tickets}
        rows={faults}
        rowKey={(fault) => `${fault.row} ${fault.column}`}
        empty={{ why: '' }}
        columns={[
          { key: 'row', title: texts.row, number: true, width: 60, render: (fault) => fault.row },
          { key: 'column', title: texts.column, width: 120, render: (fault) => fault.column },
          { key: 'value', title: texts.value, render: (fault) => fault.value || '—' },
          { key: 'reason', title: texts.reason, phone: 'title', render: (fault) => fault.reason },
          { key: 'remedy', title: texts.remedy, render: (fault) => fault.remedy },
        ]}
      />
    </>
  );
}
