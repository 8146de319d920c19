import { Alert, Checkbox, Input, Select } from 'antd';
import { useState } from 'react';
import type { OutputOf } from '#http/client';
import type { PlainDate } from '#kernel/plain-date';
import { DayInput, Dialog, Empty, Field, fieldError, Shown, useAct, useRoute } from '#ui';
import { type Attachment, changeStage, listAttachments, nextStages, type Project } from '../contract.ts';
import { texts } from '../texts.ts';

type Next = OutputOf<typeof nextStages>[number];
type Kind = Next['demands'][number]['ways'][number][number];
type Proof = {
  readonly reference: string;
  readonly note: string;
  readonly on: PlainDate | undefined;
  readonly attachmentId: Attachment['attachmentId'] | undefined;
};

const blank: Proof = { reference: '', note: '', on: undefined, attachmentId: undefined };

function isShown(one: Proof): boolean {
  return one.reference.trim() !== '' || one.note.trim() !== '' || one.attachmentId !== undefined;
}

/** Asks for exactly the evidence the next stage demands. */
export function ChangeStage({ project, close }: { readonly project: Project; readonly close: () => void }) {
  const stages = useRoute(nextStages, { id: project.projectId });
  const [to, setTo] = useState<string>();
  const [on, setOn] = useState<PlainDate>();
  const [reason, setReason] = useState('');
  const [evidence, setEvidence] = useState<Readonly<Record<string, Proof>>>({});
  const act = useAct(changeStage, close);
  const next = stages.data?.find((one) => one.id === to);
  const attachments = useRoute(listAttachments, { id: project.projectId }).data?.attachments ?? [];
  const isSaid = (kind: Kind) => isShown(evidence[kind.id] ?? blank);
  const isComplete = next?.demands.every((demand) => demand.ways.some((way) => way.every(isSaid))) ?? false;
  const wanted = new Set(next?.demands.flatMap((demand) => demand.ways.flat().map((kind) => kind.id)));
  const send = () => {
    if (!next || !on) return;
    act.mutate({
      ...{ id: project.projectId, version: project.version, to: next.id, on },
      reason: reason.trim() || undefined,
      evidence: Object.entries(evidence)
        .filter(([kind, one]) => wanted.has(kind) && isShown(one))
        .map(([kind, one]) => ({
          kind,
          on: one.on,
          reference: one.reference.trim() || undefined,
          note: one.note.trim() || undefined,
          attachmentId: one.attachmentId,
        })),
    });
  };
  return (
    <Dialog
      open
      title={`${texts.changeStage}：现为${project.stage.name}`}
      act={texts.changeStage}
      ready={isComplete && on !== undefined && next?.unknown.length === 0}
      busy={act.isPending}
      error={act.error}
      onAct={send}
      onClose={close}
    >
      <Shown query={stages} rows={3}>
        {(list) =>
          list.length === 0 ? (
            <Empty why={`“${project.stage.name}”之后没有可进入的阶段。`} />
          ) : (
            <>
              <Field label="进入阶段" required>
                {(ties) => (
                  <Select
                    {...ties}
                    value={to}
                    onChange={setTo}
                    options={list.map((one) => ({ value: one.id, label: one.name }))}
                  />
                )}
              </Field>
              <Field label="变更日期" required error={fieldError(act.error, 'on')}>
                {(ties) => <DayInput {...ties} value={on} change={setOn} min={project.stage.since} />}
              </Field>
              {next ? (
                <Demands
                  next={next}
                  attachments={attachments}
                  evidence={evidence}
                  change={(kind, one) => setEvidence({ ...evidence, [kind]: one })}
                  isSaid={isSaid}
                />
              ) : null}
              <Field label="说明">
                {(ties) => (
                  <Input.TextArea
                    {...ties}
                    rows={2}
                    maxLength={1000}
                    value={reason}
                    onChange={(event) => setReason(event.target.value)}
                  />
                )}
              </Field>
            </>
          )
        }
      </Shown>
    </Dialog>
  );
}

type DemandsProps = {
  readonly next: Next;
  readonly attachments: readonly Attachment[];
  readonly evidence: Readonly<Record<string, Proof>>;
  readonly change: (kind: string, one: Proof) => void;
  readonly isSaid: (kind: Kind) => boolean;
};

function Demands({ next, attachments, evidence, change, isSaid }: DemandsProps) {
  if (next.unknown.length > 0) {
    const fields = next.unknown.map((one) => one.name).join('、');
    return <Alert type="warning" showIcon title={`请先在档案中登记${fields}：否则不能判断需要哪些佐证。`} />;
  }
  if (next.demands.length === 0) return <p className="quiet">进入“{next.name}”不要求佐证。</p>;
  return next.demands.map((demand, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: demands have no identity and never move
    <fieldset key={at} className="demand">
      <legend>
        须有以下佐证{demand.clause ? `（${demand.clause}）` : ''}
        {demand.ways.length > 1 ? '，下列办法任选其一' : ''}
      </legend>
      {demand.ways.map((way, index) => (
        <div key={way.map((kind) => kind.id).join()}>
          {index > 0 ? <div className="quiet">或者</div> : null}
          {way.map((kind) => (
            <EvidenceOf
              key={kind.id}
              kind={kind}
              attachments={attachments}
              said={isSaid(kind)}
              value={evidence[kind.id] ?? blank}
              change={(one) => change(kind.id, one)}
            />
          ))}
        </div>
      ))}
    </fieldset>
  ));
}

type EvidenceOfProps = {
  readonly kind: Kind;
  readonly attachments: readonly Attachment[];
  readonly said: boolean;
  readonly value: Proof;
  readonly change: (one: Proof) => void;
};

function EvidenceOf({ kind, attachments, said, value, change }: EvidenceOfProps) {
  return (
    <div className="evidence">
      <Checkbox checked={said} disabled tabIndex={-1}>
        {kind.name}
      </Checkbox>
      <Input
        aria-label={`${kind.name}的文号或编号`}
        placeholder="文号或编号"
        maxLength={200}
        value={value.reference}
        onChange={(event) => change({ ...value, reference: event.target.value })}
      />
      <DayInput
        aria-label={`${kind.name}的日期`}
        value={value.on}
        change={(on) => change({ ...value, on })}
      />
      <Input
        aria-label={`${kind.name}的说明`}
        placeholder={kind.note ?? '说明：何处可查'}
        maxLength={1000}
        value={value.note}
        onChange={(event) => change({ ...value, note: event.target.value })}
      />
      {attachments.length > 0 ? (
        <Select
          aria-label={`${kind.name}的文件`}
          allowClear
          placeholder={texts.proofFile}
          value={value.attachmentId}
          onChange={(attachmentId) => change({ ...value, attachmentId })}
          options={attachments.map((one) => ({ value: one.attachmentId, label: one.caption }))}
        />
      ) : null}
    </div>
  );
}
