import { Input, Radio, Select } from 'antd';
import type { PlainDate } from '#kernel/plain-date';
import { DayInput, Field, fieldError } from '#ui';
import type { VisitLine } from '../contract.ts';
import { texts } from '../texts.ts';

type Named = { readonly id: string; readonly name: string };

/** What is typed; nothing of it is lost when the save is refused. */
export type Draft = {
  readonly visitedOn: PlainDate | undefined;
  readonly way: string;
  readonly met: string;
  readonly findings: string;
  readonly nextStep: string;
  readonly nextOn: PlainDate | undefined;
  readonly blocker: string;
  readonly cause: string | undefined;
};

export type Choices = { readonly ways: readonly Named[]; readonly causes: readonly Named[] };

/** Today and on site, until somebody says otherwise: a visit is written in three touches. */
export function newDraft(today: PlainDate, { ways }: Choices, met: string | null): Draft {
  const blank = { findings: '', nextStep: '', nextOn: undefined, blocker: '', cause: undefined };
  return { visitedOn: today, way: ways[0]?.id ?? '', met: met ?? '', ...blank };
}

export function draftOf(visit: VisitLine): Draft {
  return {
    ...{ visitedOn: visit.visitedOn, way: visit.way.id, met: visit.met ?? '' },
    ...{ findings: visit.findings ?? '', nextStep: visit.nextStep ?? '' },
    ...{ nextOn: visit.nextOn ?? undefined, blocker: visit.blocker ?? '', cause: visit.cause?.id },
  };
}

export function saidOf(draft: Draft) {
  const { way, met, findings, nextStep, nextOn = null, blocker, cause = null } = draft;
  return { way, met, findings, nextStep, nextOn, blocker, cause };
}

export function isComplete({ visitedOn, way, blocker, cause }: Draft): boolean {
  return visitedOn !== undefined && way !== '' && (blocker.trim() === '' || cause !== undefined);
}

type VisitFieldsProps = {
  readonly draft: Draft;
  readonly change: (draft: Draft) => void;
  readonly choices: Choices;
  readonly error: unknown;
  /** Everything at once, for a correction. */
  readonly unfolded?: boolean;
};

export function VisitFields({ draft, change, choices, error, unfolded = false }: VisitFieldsProps) {
  const set = (part: Partial<Draft>) => change({ ...draft, ...part });
  return (
    <>
      <Field label={texts.way} error={fieldError(error, 'way')}>
        {({ id: _, ...ties }) => (
          <Radio.Group
            {...ties}
            className="ways"
            aria-label={texts.way}
            optionType="button"
            buttonStyle="solid"
            value={draft.way}
            onChange={(event) => set({ way: String(event.target.value) })}
            options={choices.ways.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
      </Field>
      <div className="field-pair">
        <Field label={texts.visitedOn} error={fieldError(error, 'visitedOn')}>
          {(ties) => (
            <DayInput {...ties} value={draft.visitedOn} change={(visitedOn) => set({ visitedOn })} />
          )}
        </Field>
        <Field label={texts.met} hint={texts.metHint}>
          {(ties) => (
            <Input
              {...ties}
              maxLength={200}
              value={draft.met}
              onChange={(event) => set({ met: event.target.value })}
            />
          )}
        </Field>
      </div>
      <Field label={texts.findings}>
        {(ties) => (
          <Input.TextArea
            {...ties}
            rows={2}
            maxLength={2000}
            value={draft.findings}
            onChange={(event) => set({ findings: event.target.value })}
          />
        )}
      </Field>
      <details open={unfolded || undefined} className="filters-folded">
        <summary>{texts.more}</summary>
        <Onward draft={draft} set={set} causes={choices.causes} />
      </details>
    </>
  );
}

type OnwardProps = {
  readonly draft: Draft;
  readonly set: (part: Partial<Draft>) => void;
  readonly causes: readonly Named[];
};

function Onward({ draft, set, causes }: OnwardProps) {
  return (
    <>
      <div className="field-pair">
        <Field label={texts.nextStep} required={draft.nextOn !== undefined}>
          {(ties) => (
            <Input
              {...ties}
              maxLength={500}
              value={draft.nextStep}
              onChange={(event) => set({ nextStep: event.target.value })}
            />
          )}
        </Field>
        <Field label={texts.nextOn}>
          {(ties) => <DayInput {...ties} value={draft.nextOn} change={(nextOn) => set({ nextOn })} />}
        </Field>
      </div>
      <Field label={texts.blocker} hint={texts.blockerHint}>
        {(ties) => (
          <Input.TextArea
            {...ties}
            rows={2}
            maxLength={2000}
            value={draft.blocker}
            onChange={(event) => set({ blocker: event.target.value })}
          />
        )}
      </Field>
      <Field label={texts.cause} required={draft.blocker.trim() !== ''}>
        {(ties) => (
          <Select
            {...ties}
            allowClear
            showSearch
            optionFilterProp="label"
            value={draft.cause}
            onChange={(cause) => set({ cause })}
            options={causes.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
      </Field>
    </>
  );
}
