import { Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import type { PlainDate } from '#kernel/plain-date';
import { DayInput, Dialog, Field, fieldError, useAct } from '#ui';
import * as contract from '../contract.ts';
import { actNames } from '../texts.ts';
import { Reason } from './reason.tsx';
import { SealDialog } from './seal-dialog.tsx';

type Act = contract.BulletinView['acts'][number];
type Props = { readonly act: Act; readonly bulletin: contract.BulletinView; readonly close: () => void };

/** Asks what each step needs, and what the reader thinks of it. */
export function ActDialog(props: Props) {
  return props.act === 'seal' ? <SealDialog {...props} /> : <StepDialog {...props} />;
}

const asked: Readonly<Partial<Record<Act, string>>> = {
  check: '核稿人确认文字无误。写明会签单位后送会签；不需会签的直接送签发。',
  countersign: '登记一个单位的会签结果。',
  sign: '签发后文字和数据均不能再改。',
  number: '期号和发文字号取自本单位发文系统。',
  issue: '印发后各单位可见，下载的文件从此固定不变。',
  release: '公开之前须经保密审查；审查人不能是拟稿人。',
  return: '退回后由拟稿人修改，再从送核开始。',
};

function StepDialog({ act, bulletin, close }: Props) {
  const [opinion, setOpinion] = useState('');
  const [offices, setOffices] = useState<string[]>([]);
  const [office, setOffice] = useState<string | undefined>(bulletin.waitingFor[0]);
  const [person, setPerson] = useState('');
  const [issue, setIssue] = useState<number | null>(null);
  const [number, setNumber] = useState('');
  const [day, setDay] = useState<PlainDate>();
  const send = useSteps(close);
  const { isPending, error, mutate } = send[act === 'seal' ? 'submit' : act];
  const said = opinion.trim();
  const turn = { id: bulletin.bulletinId, version: bulletin.edition };
  const needs: Readonly<Partial<Record<Act, boolean>>> = {
    return: said !== '',
    countersign: office !== undefined && person.trim() !== '',
    number: issue !== null,
    issue: day !== undefined,
    release: said !== '' && person.trim() !== '' && day !== undefined,
  };
  const facts = {
    ...{ offices, office: office ?? '', signer: person.trim(), reviewer: person.trim() },
    ...{ issue: issue ?? 0, documentNumber: number.trim() || undefined },
    archiveNumber: number.trim() || undefined,
    ...(day ? { issuedOn: day, reviewedOn: day } : {}),
  };
  return (
    <Dialog
      open
      title={actNames[act]}
      act={actNames[act]}
      ready={needs[act] ?? true}
      busy={isPending}
      error={error}
      destructive={act === 'return'}
      onAct={() => mutate({ ...turn, ...only(act, facts), ...(said ? { opinion: said } : {}) })}
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
              options={bulletin.waitingFor.map((value) => ({ value, label: value }))}
            />
          )}
        </Field>
      ) : null}
      {act === 'countersign' || act === 'release' ? (
        <Field label={act === 'release' ? '保密审查人' : '会签人'} required>
          {(ties) => (
            <Input
              {...ties}
              maxLength={60}
              value={person}
              onChange={(event) => setPerson(event.target.value)}
            />
          )}
        </Field>
      ) : null}
      {act === 'number' ? (
        <Field label="期号" required hint="本年度第几期" error={fieldError(error, 'issue')}>
          {(ties) => <InputNumber {...ties} min={1} max={9999} value={issue} onChange={setIssue} />}
        </Field>
      ) : null}
      {act === 'number' || act === 'archive' ? (
        <Field label={act === 'number' ? '发文字号' : '档号'} hint="没有则不填">
          {(ties) => (
            <Input
              {...ties}
              maxLength={60}
              value={number}
              onChange={(event) => setNumber(event.target.value)}
            />
          )}
        </Field>
      ) : null}
      {act === 'issue' || act === 'release' ? (
        <Field label={act === 'issue' ? '印发日期' : '审查日期'} required>
          {(ties) => <DayInput {...ties} value={day} change={setDay} />}
        </Field>
      ) : null}
      <Reason
        label={act === 'return' ? '退回原因' : act === 'release' ? '审查意见' : '意见'}
        required={act === 'return' || act === 'release'}
        value={opinion}
        change={setOpinion}
        error={fieldError(error, 'opinion')}
      />
    </Dialog>
  );
}

const factsOfAct: Readonly<Partial<Record<Act, readonly string[]>>> = {
  check: ['offices'],
  countersign: ['office', 'signer'],
  number: ['issue', 'documentNumber'],
  issue: ['issuedOn'],
  archive: ['archiveNumber'],
  release: ['reviewer', 'reviewedOn'],
};

function only(act: Act, facts: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(facts).filter(([name]) => factsOfAct[act]?.includes(name)));
}

type Step = {
  readonly isPending: boolean;
  readonly error: unknown;
  /** Input of exactly the fields that the step's route takes: `only` picked them, the server checks them. */
  readonly mutate: (input: never) => void;
};

function useSteps(close: () => void) {
  const steps: Record<Exclude<Act, 'seal'>, Step> = {
    submit: useAct(contract.submitBulletin, close),
    return: useAct(contract.returnBulletin, close),
    check: useAct(contract.checkBulletin, close),
    countersign: useAct(contract.countersignBulletin, close),
    sign: useAct(contract.signBulletin, close),
    number: useAct(contract.numberBulletin, close),
    issue: useAct(contract.issueBulletin, close),
    archive: useAct(contract.archiveBulletin, close),
    release: useAct(contract.releaseBulletin, close),
  };
  return steps as Record<keyof typeof steps, Omit<Step, 'mutate'> & { mutate: (input: object) => void }>;
}
