import { Input, Radio } from 'antd';
import { useState } from 'react';
import { sendMatterFile } from '#features/matters';
import type { InputOf, OutputOf } from '#http/client';
import type { PlainDate } from '#kernel/plain-date';
import { DayInput, Dialog, Field, fieldError, Refused, useAct, useUpload } from '#ui';
import { type CommitmentRow, checkCommitment, verdicts } from '../contract.ts';
import { texts, verdictNames } from '../texts.ts';

type Verdict = (typeof verdicts)[number];
type Sent = OutputOf<typeof sendMatterFile>;

/** What an office found; a breach says at once what is demanded, and becomes a matter of the unit's. */
export function CheckDialog({ row, close }: { readonly row: CommitmentRow; readonly close: () => void }) {
  const [verdict, setVerdict] = useState<Verdict>('kept');
  const [note, setNote] = useState('');
  const [requirement, setRequirement] = useState('');
  const [dueOn, setDueOn] = useState<PlainDate>();
  const [files, setFiles] = useState<readonly Sent[]>([]);
  const act = useAct(checkCommitment, close);
  const isBreach = verdict === 'breached';
  const save = () =>
    act.mutate({
      ...{ id: row.matterId, version: row.version, verdict, note },
      evidence: files.map(({ fileId }) => fileId) as NonNullable<InputOf<typeof checkCommitment>['evidence']>,
      ...(isBreach ? { requirement, ...(dueOn ? { dueOn } : {}) } : {}),
    });
  return (
    <Dialog
      open
      title={`${texts.checkOf(row.number)}：${row.title}`}
      act={texts.save}
      busy={act.isPending}
      ready={note.trim() !== '' && (!isBreach || requirement.trim() !== '')}
      destructive={isBreach}
      error={act.error}
      onAct={save}
      onClose={close}
    >
      <Field label={texts.verdict}>
        {({ id: _, ...ties }) => (
          <Radio.Group
            {...ties}
            aria-label={texts.verdict}
            value={verdict}
            onChange={(event) => setVerdict(event.target.value as Verdict)}
            options={verdicts.map((one) => ({ value: one, label: verdictNames[one] }))}
          />
        )}
      </Field>
      <Field label={texts.note} hint={texts.noteHint} required error={fieldError(act.error, 'note')}>
        {(ties) => (
          <Input.TextArea
            {...ties}
            rows={3}
            maxLength={2000}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
        )}
      </Field>
      <EvidenceField files={files} add={(file) => setFiles((before) => [...before, file])} />
      {isBreach ? (
        <>
          <Field label={texts.requirement} required>
            {(ties) => (
              <Input.TextArea
                {...ties}
                rows={2}
                maxLength={1000}
                value={requirement}
                onChange={(event) => setRequirement(event.target.value)}
              />
            )}
          </Field>
          <Field label={texts.dueOn} hint={texts.dueHint}>
            {(ties) => <DayInput {...ties} value={dueOn} change={setDueOn} />}
          </Field>
        </>
      ) : null}
    </Dialog>
  );
}

type EvidenceProps = { readonly files: readonly Sent[]; readonly add: (file: Sent) => void };

function EvidenceField({ files, add }: EvidenceProps) {
  const upload = useUpload(sendMatterFile, add);
  return (
    <Field label={texts.evidence}>
      {(ties) => (
        <>
          <input
            {...ties}
            type="file"
            disabled={upload.busy}
            accept=".jpg,.jpeg,.png,.webp,.pdf,.ofd,.doc,.docx,.xls,.xlsx"
            onChange={(event) => {
              const [file] = event.target.files ?? [];
              if (file) upload.send({ file: { name: file.name, bytes: file } });
            }}
          />
          {upload.error ? <Refused error={upload.error} /> : null}
          {files.map(({ fileId, name }) => (
            <div key={fileId} role="status">
              {texts.file(name)}
            </div>
          ))}
        </>
      )}
    </Field>
  );
}
