import { Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { sendMatterFile } from '#features/matters';
import { newIdempotencyKey, type OutputOf } from '#http/client';
import type { PlainDate } from '#kernel/plain-date';
import { call, DayInput, Dialog, Field, Refused, useAct } from '#ui';
import { reportMeasure, type viewMeasure } from '../contract.ts';
import { texts } from '../texts.ts';

type Props = { readonly seen: OutputOf<typeof viewMeasure>; readonly close: () => void };
type Sent = { readonly fileId: string; readonly name: string };

/** What was done, with paper, and for each number to be reached what stands today. */
export function ReportDialog({ seen, close }: Props) {
  const [progress, setProgress] = useState('');
  const [standing, setStanding] = useState<string>();
  const [files, setFiles] = useState<readonly Sent[]>([]);
  const [failed, setFailed] = useState<unknown>();
  const [onDay, setDay] = useState<PlainDate | undefined>(seen.today);
  const [values, setValues] = useState<Readonly<Record<number, number | null>>>({});
  const act = useAct(reportMeasure, close);
  const tracked = seen.targets.flatMap(({ target }, index) => (target.tracked ? [{ target, index }] : []));
  const add = async (list: readonly File[]) => {
    setFailed(undefined);
    for (const file of list) {
      const input = { file: { name: file.name, bytes: file } };
      const sent = await call(sendMatterFile, input, { idempotencyKey: newIdempotencyKey() }).catch(
        (error: unknown) => {
          setFailed(error);
          return undefined;
        },
      );
      if (sent) setFiles((now) => [...now, sent]);
    }
  };
  const send = () => {
    const figures = tracked.flatMap(({ index }) => {
      const value = values[index];
      return value === null || value === undefined || !onDay ? [] : [{ target: index, onDay, value }];
    });
    if (standing)
      act.mutate({
        ...{ id: seen.measureId, version: seen.matter.version, progress, standing, figures },
        evidence: files.map(({ fileId }) => fileId as never),
      });
  };
  return (
    <Dialog
      open
      title={texts.report}
      act={texts.send}
      busy={act.isPending}
      ready={progress.trim() !== '' && standing !== undefined}
      error={act.error}
      onAct={send}
      onClose={close}
    >
      {tracked.map(({ target, index }) => (
        <Field key={index} label={`${target.phrase} ${texts.figure(target.unit ?? '')}`}>
          {(ties) => (
            <InputNumber
              {...ties}
              value={values[index] ?? null}
              onChange={(value) => setValues((now) => ({ ...now, [index]: value }))}
            />
          )}
        </Field>
      ))}
      {tracked.length > 0 ? (
        <Field label={texts.onDay}>
          {(ties) => <DayInput {...ties} value={onDay} change={setDay} max={seen.today} />}
        </Field>
      ) : null}
      <Field label={texts.progress} required>
        {(ties) => (
          <Input.TextArea
            {...ties}
            rows={4}
            maxLength={4000}
            value={progress}
            onChange={(event) => setProgress(event.target.value)}
          />
        )}
      </Field>
      <Field label={texts.standing} required>
        {(ties) => (
          <Select<string>
            {...ties}
            value={standing ?? null}
            onChange={setStanding}
            options={seen.standings.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
      </Field>
      <Field label={texts.evidence} hint={files.map(({ name }) => name).join('、')}>
        {(ties) => (
          <input
            {...ties}
            type="file"
            multiple
            accept=".jpg,.jpeg,.png,.webp,.pdf,.ofd,.doc,.docx,.xls,.xlsx"
            onChange={(event) => void add([...(event.target.files ?? [])])}
          />
        )}
      </Field>
      {failed ? <Refused error={failed} /> : null}
    </Dialog>
  );
}
