import { Button, Checkbox, Input } from 'antd';
import { useState } from 'react';
import { Dialog, Empty, useAct } from '#ui';
import { type PeriodHead, type ReportingRow, submitRows } from '../../contract.ts';
import { useFirstFocus } from '../first-focus.ts';
import { type Failed, failedOf, Outcomes } from '../outcomes.tsx';
import type { Entry } from '../queue/entry.ts';
import { texts } from '../texts.ts';
import { contradictionsOf } from './row-notes.tsx';
import type { LeftOut, ToSubmit } from './to-submit.ts';
import type { Remarks } from './use-book.ts';

type SubmitProps = {
  readonly period: PeriodHead;
  readonly what: ToSubmit;
  readonly entries: ReadonlyMap<string, Entry>;
  readonly remarks: Remarks;
  readonly isOnBehalf: boolean;
  readonly done: (submitted: number) => void;
  readonly close: () => void;
};

/** Says what will be reported, what contradicts itself and what stays behind, before anything is reported. */
export function SubmitDialog(props: SubmitProps) {
  const { period, what, entries, remarks, isOnBehalf, done, close } = props;
  const { ready, doubtful, leftOut } = what;
  const [notes, setNotes] = useState<ReadonlyMap<string, string>>(new Map());
  const [confirmed, confirm] = useState(false);
  const [failed, fail] = useState<readonly Failed[]>([]);
  const content = useFirstFocus<HTMLDivElement>(
    doubtful.length > 0 ? 'input[type=text]' : '.ant-btn-primary',
  );
  const noteOf = (row: ReportingRow) => notes.get(row.projectId)?.trim() ?? '';
  const explained = doubtful.filter((row) => noteOf(row) !== '');
  const rows = [...ready, ...explained];
  const submit = useAct(submitRows, ({ results }) => {
    const taken = results.filter(({ outcome }) => outcome === 'done' || outcome === 'unchanged').length;
    const left = failedOf(results, rows);
    fail(left);
    if (left.length === 0) done(taken);
  });
  const send = () =>
    submit.mutate({
      month: period.month,
      rows: rows.map((row) => ({
        projectId: row.projectId,
        expectedVersion: entries.get(row.projectId)?.standing.version ?? row.version,
        ...(noteOf(row) === '' ? {} : { confirmed: true, note: noteOf(row) }),
      })),
    });
  const isReady = rows.length > 0 && (explained.length === 0 || confirmed);

  return (
    <Dialog
      open
      title={texts.submitTitle(period.name)}
      act={texts.submitAll(rows.length)}
      ready={isReady}
      busy={submit.isPending}
      error={submit.error}
      onAct={send}
      onClose={close}
    >
      <div ref={content} className="submit">
        {ready.length + doubtful.length === 0 ? (
          <Empty why={texts.readyNone} />
        ) : (
          <p>
            <b>{texts.ready(ready.length)}</b>
            {isOnBehalf && rows.length > 0 ? `。${texts.behalf(rows.length)}` : '。'}
          </p>
        )}
        {doubtful.length > 0 ? (
          <>
            <p>{texts.doubtful(doubtful.length)}</p>
            <ul className="doubtful">
              {doubtful.map((row) => (
                <li key={row.projectId}>
                  <b>{row.name}</b>
                  {contradictionsOf(row, remarks.get(row.projectId)).map(({ code, text }) => (
                    <span key={code} className="doubt">
                      {text}
                    </span>
                  ))}
                  <Input
                    type="text"
                    aria-label={texts.note(row.name)}
                    placeholder={texts.noteHint}
                    maxLength={500}
                    value={notes.get(row.projectId) ?? ''}
                    onChange={(event) => setNotes(new Map([...notes, [row.projectId, event.target.value]]))}
                  />
                </li>
              ))}
            </ul>
            {explained.length > 0 && explained.length < doubtful.length ? (
              <Button
                size="small"
                onClick={() => {
                  const note = noteOf(explained[0] as ReportingRow);
                  const rest = doubtful.filter((row) => noteOf(row) === '');
                  setNotes(new Map([...notes, ...rest.map((row) => [row.projectId, note] as const)]));
                }}
              >
                {texts.sameNote}
              </Button>
            ) : null}
            <Checkbox checked={confirmed} onChange={(event) => confirm(event.target.checked)}>
              {texts.confirm}
            </Checkbox>
          </>
        ) : null}
        {leftOut.length > 0 ? <Behind leftOut={leftOut} /> : null}
        <Outcomes failed={failed} />
      </div>
    </Dialog>
  );
}

function Behind({ leftOut }: { readonly leftOut: ToSubmit['leftOut'] }) {
  const byWhy = [...Map.groupBy(leftOut, ({ why }): LeftOut => why)];
  return (
    <details>
      <summary>
        {texts.left_out(leftOut.length)}
        {byWhy.map(([why, rows]) => `${texts.why[why]} ${rows.length}`).join('、')}
      </summary>
      <ul>
        {leftOut.map(({ row, why }) => (
          <li key={row.projectId}>
            {row.name}：{texts.why[why]}
          </li>
        ))}
      </ul>
    </details>
  );
}
