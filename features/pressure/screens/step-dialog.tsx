import { Input, Select } from 'antd';
import { useState } from 'react';
import type { PlainDate } from '#kernel/plain-date';
import { DayInput, Dialog, Field, fieldError, useAct, useUpload } from '#ui';
import * as contract from '../contract.ts';
import { actNames } from '../texts.ts';

type LetterAct = contract.LetterAct;
type Props = {
  readonly act: LetterAct;
  readonly letter: contract.LetterView;
  readonly close: () => void;
};

/** Asks what each step needs, and what the reader thinks of it. */
export function StepDialog(props: Props) {
  return props.act === 'seal' ? <Seal {...props} /> : <Step {...props} />;
}

const asked: Readonly<Partial<Record<LetterAct, string>>> = {
  check: '核稿人确认文字无误。写明会签单位后送会签；不需会签的直接送签发。',
  sign: '签发后文字和数据均不能再改。',
  number: '发文字号取自本单位发文系统。',
  issue: '印发后收函单位可见，签收和回复开始计时。',
  return: '退回后由拟稿人修改，再从送核开始。',
};

function Step({ act, letter, close }: Props) {
  const [opinion, setOpinion] = useState('');
  const [offices, setOffices] = useState<string[]>(letter.interviewOffice ? [letter.interviewOffice] : []);
  const [office, setOffice] = useState<string | undefined>(letter.waitingFor[0]);
  const [text, setText] = useState('');
  const [day, setDay] = useState<PlainDate>();
  const { isPending, error, mutate } = useSteps(close)[act as Step];
  const said = opinion.trim();
  const typed = text.trim();
  const needs: Readonly<Partial<Record<LetterAct, boolean>>> = {
    return: said !== '',
    countersign: office !== undefined && typed !== '',
    number: typed !== '',
    issue: day !== undefined,
  };
  const facts: Readonly<Partial<Record<LetterAct, object>>> = {
    check: { offices },
    countersign: { office, signer: typed },
    number: { documentNumber: typed },
    issue: { issuedOn: day },
    archive: typed ? { archiveNumber: typed } : {},
  };
  const label = textLabels[act];
  return (
    <Dialog
      open
      title={actNames[act]}
      act={actNames[act]}
      ready={needs[act] ?? true}
      busy={isPending}
      error={error}
      destructive={act === 'return'}
      onAct={() =>
        mutate({
          ...{ id: letter.letterId, version: letter.edition, ...facts[act] },
          ...(said ? { opinion: said } : {}),
        })
      }
      onClose={close}
    >
      {asked[act] ? <p className="quiet">{asked[act]}</p> : null}
      {act === 'check' ? (
        <Field label="会签单位" hint="可填多个，按回车确认；不填则不需会签">
          {(ties) => <Select {...ties} mode="tags" open={false} value={offices} onChange={setOffices} />}
        </Field>
      ) : null}
      {act === 'countersign' ? (
        <Field label="会签单位" required>
          {(ties) => (
            <Select<string>
              {...ties}
              value={office ?? null}
              onChange={(chosen) => setOffice(chosen ?? undefined)}
              options={letter.waitingFor.map((value) => ({ value, label: value }))}
            />
          )}
        </Field>
      ) : null}
      {label ? (
        <Field label={label} required={act !== 'archive'} error={fieldError(error, 'documentNumber')}>
          {(ties) => (
            <Input {...ties} maxLength={60} value={text} onChange={(event) => setText(event.target.value)} />
          )}
        </Field>
      ) : null}
      {act === 'issue' ? (
        <Field label="印发日期" required>
          {(ties) => <DayInput {...ties} value={day} change={setDay} />}
        </Field>
      ) : null}
      <Field
        label={act === 'return' ? '退回原因' : '意见'}
        required={act === 'return'}
        error={fieldError(error, 'opinion')}
      >
        {(ties) => (
          <Input.TextArea
            {...ties}
            autoSize={{ minRows: 2 }}
            maxLength={500}
            value={opinion}
            onChange={(event) => setOpinion(event.target.value)}
          />
        )}
      </Field>
    </Dialog>
  );
}

const textLabels: Readonly<Partial<Record<LetterAct, string>>> = {
  countersign: '会签人',
  number: '发文字号',
  archive: '档号',
};

type Step = Exclude<LetterAct, 'seal' | 'release'>;
type Doing = {
  readonly isPending: boolean;
  readonly error: unknown;
  readonly mutate: (input: object) => void;
};

/** The route of each step takes exactly what was picked for it; the server checks. */
function useSteps(close: () => void): Readonly<Record<Step, Doing>> {
  const steps: Record<Step, Omit<Doing, 'mutate'> & { readonly mutate: (input: never) => void }> = {
    submit: useAct(contract.submitLetter, close),
    return: useAct(contract.returnLetter, close),
    check: useAct(contract.checkLetter, close),
    countersign: useAct(contract.countersignLetter, close),
    sign: useAct(contract.signLetter, close),
    number: useAct(contract.numberLetter, close),
    issue: useAct(contract.issueLetter, close),
    archive: useAct(contract.archiveLetter, close),
  };
  return steps as unknown as Readonly<Record<Step, Doing>>;
}

/** The scan of the stamped letter; the program never draws a seal. */
function Seal({ letter, close }: Props) {
  const [file, choose] = useState<File>();
  const upload = useUpload(contract.sealLetter, close);
  return (
    <Dialog
      open
      title={actNames.seal}
      act={actNames.seal}
      ready={file !== undefined}
      busy={upload.busy}
      error={upload.error}
      onAct={() =>
        file &&
        upload.send({ id: letter.letterId, version: letter.edition, file: { name: file.name, bytes: file } })
      }
      onClose={() => {
        upload.cancel();
        close();
      }}
    >
      <p className="quiet">在本单位用印后，把盖章件扫描上传。系统从不生成印章。</p>
      <Field label="盖章件扫描件" required hint="PDF、OFD 或图片">
        {(ties) => (
          <input
            {...ties}
            type="file"
            accept=".pdf,.ofd,.png,.jpg,.jpeg"
            onChange={(event) => choose(event.target.files?.[0])}
          />
        )}
      </Field>
    </Dialog>
  );
}
