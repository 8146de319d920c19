import { AutoComplete, Button, InputNumber, Radio } from 'antd';
import { type FormEvent, useState } from 'react';
import type { InputOf } from '#http/client';
import type { Month } from '#kernel/month';
import { type PlainDate, todayInShanghai } from '#kernel/plain-date';
import { DayInput, Field, MonthInput, useRoute } from '#ui';
import { listImports, type takeWorkbook } from '../contract.ts';
import { texts } from '../texts.ts';
import { DropZone } from './drop-zone.tsx';
import { guessRequest } from './guess-request.ts';

type Kind = InputOf<typeof takeWorkbook>['kind'];
type ImportFormProps = { readonly send: (input: InputOf<typeof takeWorkbook>) => void };

export function ImportForm({ send }: ImportFormProps) {
  const [file, setFile] = useState<File>();
  const [kind, setKind] = useState<Kind>('reports');
  const [year, setYear] = useState<number | null>(new Date().getFullYear());
  const [month, setMonth] = useState<Month>();
  const [receivedOn, setReceivedOn] = useState<PlainDate>();
  const [sender, setSender] = useState('');
  const [tried, setTried] = useState(false);
  const senders = useSenders();

  const choose = (chosen: File) => {
    setFile(chosen);
    const guess = guessRequest(chosen.name, todayInShanghai(new Date()));
    if (guess.kind) setKind(guess.kind);
    if (guess.year) setYear(guess.year);
    if (guess.month) setMonth(guess.month);
  };
  const timed = kind === 'reports' ? month !== undefined : year !== null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!file || !timed) return;
    send({
      kind,
      year: kind === 'reports' ? Number(month?.slice(0, 4)) : Number(year),
      ...(kind === 'reports' ? { month } : {}),
      ...(receivedOn ? { receivedOn } : {}),
      ...(sender.trim() ? { sender: sender.trim() } : {}),
      file: { name: file.name, bytes: file },
    });
  };

  return (
    <form onSubmit={submit} noValidate style={{ maxWidth: 560 }} aria-label={texts.newImport}>
      <DropZone file={file} choose={choose} error={tried && !file ? texts.chooseFirst : undefined} />
      <Field label={texts.kind}>
        {(ties) => (
          <Radio.Group
            {...ties}
            aria-label={texts.kind}
            value={kind}
            onChange={(event) => setKind(event.target.value as Kind)}
            options={[
              { value: 'reports', label: texts.kinds.reports },
              { value: 'projects', label: texts.kinds.projects },
            ]}
          />
        )}
      </Field>
      {kind === 'reports' ? (
        <Field
          label={texts.month}
          required
          error={tried && month === undefined ? texts.wanted(texts.month) : undefined}
        >
          {(ties) => <MonthInput {...ties} value={month} change={setMonth} />}
        </Field>
      ) : (
        <Field
          label={texts.year}
          required
          error={tried && year === null ? texts.wanted(texts.year) : undefined}
        >
          {(ties) => (
            <InputNumber {...ties} min={2000} max={2199} precision={0} value={year} onChange={setYear} />
          )}
        </Field>
      )}
      <Field label={texts.receivedOn} hint={texts.receivedHint}>
        {(ties) => <DayInput {...ties} value={receivedOn} change={setReceivedOn} />}
      </Field>
      <Field label={texts.sender} hint={texts.senderHint}>
        {(ties) => (
          <AutoComplete
            {...ties}
            value={sender}
            onChange={setSender}
            showSearch={{ filterOption: true }}
            options={senders.map((value) => ({ value }))}
          />
        )}
      </Field>
      <Button type="primary" htmlType="submit">
        {texts.check}
      </Button>
    </form>
  );
}

/** Offices that sent workbooks before, so that their name is written the same again. */
function useSenders(): readonly string[] {
  const runs = useRoute(listImports, { page: 1, pageSize: 200 });
  return [...new Set((runs.data?.rows ?? []).flatMap(({ sender }) => (sender ? [sender] : [])))];
}
