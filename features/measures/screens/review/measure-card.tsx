import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { DayInput, Field } from '#ui';
import { cadenceIds, type DraftMeasure, type DraftTarget } from '../../contract.ts';
import { cadenceWords, texts } from '../../texts.ts';
import { TargetFields } from './target-fields.tsx';
import { type Organisation, UnitFields } from './unit-fields.tsx';

type Span = { readonly start: number; readonly end: number };

type Props = {
  readonly measure: DraftMeasure;
  readonly open: boolean;
  readonly organisations: readonly Organisation[];
  readonly defaultCadence: keyof typeof cadenceWords;
  readonly pick: () => void;
  /** Lights a place in the text. */
  readonly show: (place: Span) => void;
  readonly change: (measure: DraftMeasure) => void;
  readonly split: () => void;
  readonly merge: (() => void) | undefined;
};

/** One measure: folded to its line, or open with every field to correct. */
export function MeasureCard(props: Props) {
  const { measure, open, pick } = props;
  const { no, title, dropped, lead, support, targets } = measure;
  const units = [...lead, ...support];
  return (
    <section className={`review-card${open ? ' review-card-open' : ''}`} aria-label={`${no} ${title}`}>
      <button type="button" className="review-card-head" aria-expanded={open} onClick={pick}>
        <strong>{no}</strong> <span className={dropped === null ? undefined : 'review-gone'}>{title}</span>
        {units.some(({ orgs }) => orgs.length === 0) && dropped === null ? (
          <span className="doubt">单位待定</span>
        ) : null}
        <span className="quiet">
          {dropped === null ? `${units.length} 个单位写法，${targets.length} 个目标` : texts.dropped(dropped)}
        </span>
      </button>
      {open ? <Fields {...props} /> : null}
    </section>
  );
}

const newTarget: DraftTarget = {
  ...{ phrase: '目标', value: null, valueMin: null, unit: null, comparator: 'gte', deadline: null },
  ...{ kind: 'goal', tracked: true, place: null, confidence: 1 },
};

function Fields({ measure, organisations, defaultCadence, show, change, split, merge }: Props) {
  const set = (part: Partial<DraftMeasure>) => change({ ...measure, ...part });
  const light = (place: Span | null) => place && show(place);
  return (
    <div className="review-fields">
      <p className="quiet">{texts.sure(measure.confidence)}</p>
      <div className="field-pair">
        <Field label={texts.no}>
          {(ties) => (
            <Input
              {...ties}
              maxLength={40}
              value={measure.no}
              onChange={(event) => set({ no: event.target.value || measure.no })}
            />
          )}
        </Field>
        <Field label={texts.dueOn}>
          {(ties) => (
            <DayInput
              {...ties}
              value={measure.dueOn ?? undefined}
              change={(day) => set({ dueOn: day ?? null })}
            />
          )}
        </Field>
        <Field label={texts.cadence}>
          {(ties) => (
            <Select
              {...ties}
              allowClear
              placeholder={texts.byRule(cadenceWords[defaultCadence])}
              value={measure.cadence}
              onChange={(cadence) => set({ cadence: cadence ?? null })}
              options={cadenceIds.map((id) => ({ value: id, label: cadenceWords[id] }))}
            />
          )}
        </Field>
      </div>
      <Field label={texts.measureTitle}>
        {(ties) => (
          <Input.TextArea
            {...ties}
            autoSize
            maxLength={300}
            value={measure.title}
            onFocus={() => light(measure.titlePlace)}
            onChange={(event) => set({ title: event.target.value || measure.title })}
          />
        )}
      </Field>
      <UnitFields
        label={texts.lead}
        units={measure.lead}
        organisations={organisations}
        light={light}
        change={(lead) => set({ lead })}
      />
      <UnitFields
        label={texts.support}
        units={measure.support}
        organisations={organisations}
        light={light}
        change={(support) => set({ support })}
      />
      <fieldset className="review-group">
        <legend>{texts.targets}</legend>
        {measure.targets
          .map((target, index) => ({ target, index, key: `${index}` }))
          .map(({ target, index, key }) => (
            <TargetFields
              key={key}
              target={target}
              light={light}
              change={(next) =>
                set({ targets: measure.targets.map((one, at) => (at === index ? next : one)) })
              }
              remove={() => set({ targets: measure.targets.filter((_, at) => at !== index) })}
            />
          ))}
        <Button onClick={() => set({ targets: [...measure.targets, newTarget] })}>{texts.addTarget}</Button>
      </fieldset>
      <div className="measure-acts">
        <Button onClick={split}>{texts.split}</Button>
        {merge ? <Button onClick={merge}>{texts.merge}</Button> : null}
        <Drop measure={measure} change={change} />
      </div>
    </div>
  );
}

/** Not followed, with the reason; it stays to be seen and can be taken back. */
function Drop({ measure, change }: Pick<Props, 'measure' | 'change'>) {
  const [reason, setReason] = useState<string>();
  if (measure.dropped !== null)
    return <Button onClick={() => change({ ...measure, dropped: null })}>{texts.restore}</Button>;
  if (reason === undefined) return <Button onClick={() => setReason('')}>{texts.drop}</Button>;
  return (
    <>
      <Input
        aria-label={texts.dropReason}
        placeholder={texts.dropReason}
        maxLength={300}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      <Button
        danger
        disabled={reason.trim() === ''}
        onClick={() => change({ ...measure, dropped: reason.trim() })}
      >
        {texts.drop}
      </Button>
    </>
  );
}
