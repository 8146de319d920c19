import { Button, Input, Radio } from 'antd';
import { useState } from 'react';
import { Link } from 'wouter';
import { satisfactionNames } from '#features/matters';
import { type Column, DataTable, Dialog, Field, Instant, Page, Panel, Shown, useAct, useRoute } from '#ui';
import { recordCallBack, type WaitingRow, waitingCallBacks } from '../contract.ts';
import { texts } from './texts.ts';

/** Those who were answered and have not said yet whether it is done. */
export function Screen() {
  const [page, turn] = useState(1);
  const [row, setRow] = useState<WaitingRow>();
  const waiting = useRoute(waitingCallBacks, { page });
  const columns: readonly Column<WaitingRow>[] = [
    {
      ...{ key: 'number', title: texts.number, width: 140 },
      render: (one) => <Link href={`/petitions/${one.matterId}`}>{one.number}</Link>,
    },
    { key: 'title', title: texts.title, phone: 'title', render: (one) => one.title },
    { key: 'unit', title: texts.unit, width: 150, render: (one) => one.unit ?? '—' },
    { key: 'reply', title: texts.reply, render: (one) => one.reply ?? '—' },
    {
      ...{ key: 'answeredAt', title: texts.answeredAt, width: 140 },
      render: (one) => (one.answeredAt ? <Instant at={one.answeredAt} /> : '—'),
    },
    { key: 'dueOn', title: texts.callBackDue, width: 110, render: (one) => one.dueOn ?? '—' },
    { key: 'tries', title: texts.tries, width: 100, number: true, render: (one) => one.tries },
    {
      ...{ key: 'acts', title: texts.acts, width: 120 },
      render: (one) => (
        <Button aria-label={`${texts.record}${one.number}`} onClick={() => setRow(one)}>
          {texts.record}
        </Button>
      ),
    },
  ];
  return (
    <Page title={texts.callBacks} note={texts.callBacksNote}>
      <Panel>
        <Shown query={waiting}>
          {({ rows, total, pageSize }) => (
            <DataTable
              label={texts.callBacks}
              columns={columns}
              rows={rows}
              rowKey={(one) => one.matterId}
              empty={{ why: texts.callBacksEmpty, remedy: texts.callBacksEmptyRemedy }}
              paging={{ page, size: pageSize, total, turn }}
            />
          )}
        </Shown>
      </Panel>
      {row ? <RecordDialog row={row} close={() => setRow(undefined)} /> : null}
    </Page>
  );
}

type Outcome = keyof typeof texts.outcomes;

function RecordDialog({ row, close }: { readonly row: WaitingRow; readonly close: () => void }) {
  const [outcome, setOutcome] = useState<Outcome>('satisfied');
  const [score, setScore] = useState<number>();
  const [note, setNote] = useState('');
  const act = useAct(recordCallBack, close);
  const ready =
    outcome === 'satisfied' ? score !== undefined : outcome === 'not-reached' || note.trim() !== '';
  const send = () =>
    act.mutate({
      ...{ id: row.matterId, version: row.version, outcome },
      ...(outcome === 'satisfied' && score !== undefined ? { satisfaction: score } : {}),
      ...(note.trim() ? { note } : {}),
    });
  return (
    <Dialog
      open
      title={`${texts.record}：${row.number} ${row.title}`}
      act={texts.record}
      onAct={send}
      onClose={close}
      busy={act.isPending}
      ready={ready}
      error={act.error}
    >
      <Field label={texts.outcome}>
        {(ties) => (
          <Radio.Group
            {...ties}
            value={outcome}
            onChange={(event) => setOutcome(event.target.value)}
            options={(Object.keys(texts.outcomes) as Outcome[]).map((value) => ({
              value,
              label: texts.outcomes[value],
            }))}
          />
        )}
      </Field>
      {outcome === 'satisfied' ? (
        <Field label={texts.score} required>
          {(ties) => (
            <Radio.Group
              {...ties}
              value={score}
              onChange={(event) => setScore(event.target.value)}
              options={satisfactionNames.slice(0, 3).map((label, at) => ({ value: at + 1, label }))}
            />
          )}
        </Field>
      ) : null}
      <Field
        label={outcome === 'dissatisfied' ? texts.unsolved : texts.note}
        required={outcome === 'dissatisfied'}
      >
        {(ties) => (
          <Input.TextArea {...ties} rows={3} value={note} onChange={(event) => setNote(event.target.value)} />
        )}
      </Field>
    </Dialog>
  );
}
