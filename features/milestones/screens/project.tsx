import { Alert, Button, Checkbox, Input } from 'antd';
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { InputOf, OutputOf } from '#http/client';
import {
  type Column,
  DataTable,
  DayInput,
  Field,
  Instant,
  LightMark,
  MonthInput,
  Page,
  Panel,
  Refused,
  type ScreenProps,
  Shown,
  useAct,
  useRoute,
} from '#ui';
import { type MilestoneLine, projectMilestones, saveMilestones } from '../contract.ts';
import { texts } from '../texts.ts';

type Plan = OutputOf<typeof projectMilestones>;
type Typed = Partial<Pick<MilestoneLine, 'planned' | 'doneOn' | 'notNeeded'>>;
type Draft = Readonly<Record<string, Typed>>;

/** The formalities of one project: when each is planned, when it was done. */
export function Screen({ params }: ScreenProps) {
  const id = params['id'] as InputOf<typeof projectMilestones>['id'];
  const plan = useRoute(projectMilestones, { id });
  return <Shown query={plan}>{(data) => <Milestones plan={data} />}</Shown>;
}

function Milestones({ plan }: { readonly plan: Plan }) {
  const [, go] = useLocation();
  const [draft, setDraft] = useState<Draft>();
  const [reason, setReason] = useState('');
  const stop = () => {
    setDraft(undefined);
    setReason('');
  };
  const act = useAct(saveMilestones, stop);
  const changed = plan.lines.filter((line) => draft?.[line.id] !== undefined);
  const save = () =>
    act.mutate({
      id: plan.projectId,
      lines: changed.map((line) => {
        const { planned, doneOn, notNeeded } = { ...line, ...draft?.[line.id] };
        return { id: line.id, expectedNumber: line.number, planned, doneOn, notNeeded };
      }),
      reason: reason.trim() || null,
    });
  return (
    <Page
      title={`${texts.milestones}：${plan.name}`}
      note={[plan.number, plan.stage].join(' · ')}
      acts={
        <>
          <Button onClick={() => go(`/projects/${plan.projectId}`)}>{texts.toProject}</Button>
          {plan.mayEdit && !draft ? (
            <Button type="primary" onClick={() => setDraft({})}>
              {texts.edit}
            </Button>
          ) : null}
        </>
      }
    >
      {plan.applies ? null : (
        <Alert type="info" showIcon title={texts.notApplies(plan.stage)} style={{ marginBottom: 12 }} />
      )}
      {act.error ? <Refused error={act.error} /> : null}
      <Panel>
        <p className="quiet">
          {plan.light ? <LightMark light={plan.light} /> : null} {plan.lightText ?? texts.noLight}
        </p>
        <DataTable
          label={texts.milestones}
          columns={columnsFor(draft, (id, typed) =>
            setDraft({ ...draft, [id]: { ...draft?.[id], ...typed } }),
          )}
          rows={plan.lines}
          rowKey={(line) => line.id}
          empty={{ why: '市包里没有写明前期手续。' }}
        />
        {draft ? (
          <div style={{ marginTop: 12 }}>
            <Field label={texts.reason} hint={texts.reasonHint}>
              {(ties) => (
                <Input.TextArea
                  {...ties}
                  rows={2}
                  maxLength={500}
                  value={reason}
                  onChange={(event) => setReason(event.target.value)}
                />
              )}
            </Field>
            <div className="acts">
              <Button type="primary" disabled={changed.length === 0} loading={act.isPending} onClick={save}>
                {texts.save}
              </Button>
              <Button onClick={stop}>{texts.cancel}</Button>
            </div>
          </div>
        ) : null}
      </Panel>
    </Page>
  );
}

function columnsFor(
  draft: Draft | undefined,
  change: (id: string, typed: Typed) => void,
): readonly Column<MilestoneLine>[] {
  const now = (line: MilestoneLine) => ({ ...line, ...draft?.[line.id] });
  return [
    {
      key: 'name',
      title: texts.formality,
      phone: 'title',
      render: (line) => (
        <>
          {line.name}
          <div className="quiet" style={{ fontWeight: 400 }}>
            {texts.basis(line.basis)}
          </div>
        </>
      ),
    },
    {
      key: 'planned',
      title: texts.planned,
      render: (line) =>
        draft ? (
          <MonthInput
            aria-label={`${line.name} ${texts.planned}`}
            value={now(line).planned ?? undefined}
            change={(planned) => change(line.id, { planned: planned ?? null })}
          />
        ) : (
          <span className="instant">{line.planned ?? '—'}</span>
        ),
    },
    {
      key: 'done',
      title: texts.doneOn,
      render: (line) =>
        draft ? (
          <DayInput
            aria-label={`${line.name} ${texts.doneOn}`}
            value={now(line).doneOn ?? undefined}
            change={(doneOn) => change(line.id, { doneOn: doneOn ?? null })}
          />
        ) : (
          <span className="instant">{line.doneOn ?? '—'}</span>
        ),
    },
    {
      key: 'state',
      title: texts.state,
      render: (line) =>
        draft ? (
          <Checkbox
            checked={now(line).notNeeded}
            onChange={(event) => change(line.id, { notNeeded: event.target.checked })}
          >
            {texts.notNeeded}
          </Checkbox>
        ) : (
          <State line={line} />
        ),
    },
    {
      key: 'last',
      title: texts.last,
      render: (line) =>
        line.by ? (
          <span className="wrapped">
            {line.by} <Instant at={line.at} /> {line.reason}
          </span>
        ) : (
          '—'
        ),
    },
  ];
}

function State({ line }: { readonly line: MilestoneLine }) {
  if (line.notNeeded) return texts.notNeeded;
  if (line.doneOn) return line.daysLate > 0 ? texts.doneLate(line.daysLate) : texts.done;
  if (line.overdue) return <span className="doubt">{texts.overdue(line.daysLate)}</span>;
  return line.planned ? texts.open : texts.unplanned;
}
