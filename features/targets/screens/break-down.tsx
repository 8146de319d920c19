import { Alert, Button, Input, Select } from 'antd';
import { useState } from 'react';
import type { OutputOf } from '#http/client';
import { Dialog, Empty, Field, Shown, useAct, useRoute } from '#ui';
import { readTargets, saveTargets, type TargetChoices } from '../contract.ts';
import { texts } from '../texts.ts';
import { changesOf, type Draft, isFaulty } from './draft.ts';
import { TargetGrid } from './target-grid.tsx';
import { UnreconciledTable } from './unreconciled.tsx';
import { writtenWhole } from './whole.tsx';

type Read = OutputOf<typeof readTargets>;

/** One indicator at a time: the city, its districts, its departments, the year and its months. */
export function BreakDown({ choices, year }: { readonly choices: TargetChoices; readonly year: number }) {
  const [indicator, setIndicator] = useState(choices.indicators[0]?.id);
  const read = useRoute(
    readTargets,
    { year, indicator: indicator ?? '' },
    { enabled: indicator !== undefined },
  );
  if (!indicator) return <Empty why="市包里没有年度目标的指标。" />;
  return (
    <>
      <Field label={texts.indicator}>
        {(ties) => (
          <Select
            {...ties}
            style={{ width: 320, maxWidth: '100%' }}
            value={indicator}
            onChange={setIndicator}
            options={choices.indicators.map((one) => ({ value: one.id, label: one.name }))}
          />
        )}
      </Field>
      <Shown query={read}>
        {(data) =>
          data.indicator.id === indicator && data.year === year ? (
            <Editor key={`${year} ${indicator}`} read={data} choices={choices} />
          ) : null
        }
      </Shown>
    </>
  );
}

function Editor({ read, choices }: { readonly read: Read; readonly choices: TargetChoices }) {
  const [draft, setDraft] = useState<Draft>({});
  const [added, setAdded] = useState<readonly string[]>([]);
  const [asking, ask] = useState(false);
  const [saved, setSaved] = useState<number>();
  const { indicator, unreconciled } = read;
  const rows = [
    ...read.rows,
    ...choices.departments
      .filter((one) => added.includes(one.party) && !read.rows.some((row) => row.party === one.party))
      .map((one) => ({
        ...{ ...one, value: null, base: null, months: null, number: 0, reason: null, approver: null },
        ...{ by: null, at: null, mayEdit: 'all' as const },
      })),
  ];
  const changes = changesOf(indicator, rows, draft);
  const faulty = isFaulty(indicator, draft);
  const mayAll = rows.some((row) => row.mayEdit === 'all');
  const mayMonths = rows.some((row) => row.mayEdit === 'months');
  return (
    <>
      <p className="quiet">
        {indicator.atLeast
          ? `${texts.atLeast(writtenWhole(indicator, indicator.atLeast), indicator.basis)}。`
          : `${texts.basedOn(indicator.basis)}。`}
        {mayAll ? texts.keys : mayMonths ? `${texts.monthsOnly}${texts.keys}` : texts.readOnly}
        {indicator.kind === 'growth' ? `${texts.growthMonths}${texts.reconcileGrowth}` : ''}
      </p>
      {saved === undefined ? null : (
        <Alert type="success" showIcon title={texts.saved(saved)} style={{ marginBottom: 12 }} />
      )}
      <TargetGrid
        indicator={indicator}
        rows={rows}
        draft={draft}
        change={(next) => {
          setDraft(next);
          setSaved(undefined);
        }}
      />
      <div className="target-save">
        {mayAll || mayMonths ? (
          <>
            <Button type="primary" disabled={changes.length === 0 || faulty} onClick={() => ask(true)}>
              {texts.save}
            </Button>
            <Button disabled={Object.keys(draft).length === 0} onClick={() => setDraft({})}>
              {texts.discard}
            </Button>
            <span className="quiet" role="status">
              {changes.length === 0 ? texts.nothingChanged : texts.changed(changes.length)}
            </span>
          </>
        ) : null}
        {mayAll ? (
          <Select
            aria-label={texts.addDepartment}
            placeholder={texts.addDepartment}
            style={{ width: 220 }}
            showSearch={{ optionFilterProp: 'label' }}
            value={null}
            onChange={(id: string | null) => id && setAdded([...added, id])}
            options={choices.departments
              .filter((one) => !rows.some((row) => row.party === one.party))
              .map((one) => ({ value: one.party, label: one.name }))}
          />
        ) : null}
      </div>
      <h3>{texts.unreconciled}</h3>
      {read.rows.some((row) => row.value !== null) ? (
        <UnreconciledTable indicator={indicator} rows={unreconciled} />
      ) : (
        <Empty why={texts.noTarget} remedy={texts.typeTarget} />
      )}
      {asking ? (
        <SaveDialog
          read={read}
          changes={changes}
          close={(count) => {
            ask(false);
            if (count === undefined) return;
            setDraft({});
            setSaved(count);
          }}
        />
      ) : null}
    </>
  );
}

type SaveProps = {
  readonly read: Read;
  readonly changes: ReturnType<typeof changesOf>;
  readonly close: (changed?: number) => void;
};

/** What was set before changes only with a reason and somebody who approved it. */
function SaveDialog({ read: { year, indicator }, changes, close }: SaveProps) {
  const [reason, setReason] = useState('');
  const [approver, setApprover] = useState('');
  const act = useAct(saveTargets, ({ changed }) => close(changed));
  const again = changes.some((one) => one.expectedNumber > 0);
  return (
    <Dialog
      open
      title={`${texts.save}：${year}年${indicator.name}`}
      act={texts.save}
      ready={!again || (reason.trim() !== '' && approver.trim() !== '')}
      busy={act.isPending}
      error={act.error}
      onAct={() =>
        act.mutate({
          ...{ year, indicator: indicator.id, lines: [...changes] },
          ...{ reason: reason.trim() || null, approver: approver.trim() || null },
        })
      }
      onClose={() => close()}
    >
      <p>
        {texts.changed(changes.length)}。{again ? null : texts.firstTime}
      </p>
      <Field label={texts.reason} required={again}>
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
      <Field label={texts.approver} required={again} hint="不能是您本人">
        {(ties) => (
          <Input
            {...ties}
            maxLength={100}
            value={approver}
            onChange={(event) => setApprover(event.target.value)}
          />
        )}
      </Field>
    </Dialog>
  );
}
