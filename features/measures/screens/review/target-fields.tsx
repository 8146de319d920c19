import { Button, Checkbox, Input, InputNumber, Select } from 'antd';
import { DayInput } from '#ui';
import { comparators, type DraftTarget, targetKinds } from '../../contract.ts';
import { comparatorNames, kindNames, texts } from '../../texts.ts';

type Span = { readonly start: number; readonly end: number };

type Props = {
  readonly target: DraftTarget;
  readonly light: (place: Span | null) => void;
  readonly change: (target: DraftTarget) => void;
  readonly remove: () => void;
};

/** A number or a day that was promised. */
export function TargetFields({ target, light, change, remove }: Props) {
  const set = (part: Partial<DraftTarget>) => change({ ...target, ...part });
  const focus = { onFocus: () => light(target.place) };
  return (
    <div className="review-target">
      <Input
        aria-label={texts.phrase}
        maxLength={500}
        value={target.phrase}
        {...focus}
        onChange={(event) => set({ phrase: event.target.value || target.phrase })}
      />
      <Select
        aria-label={texts.comparator}
        allowClear
        placeholder={texts.comparator}
        value={target.comparator}
        {...focus}
        onChange={(comparator) => set({ comparator: comparator ?? null })}
        options={comparators.map((id) => ({ value: id, label: comparatorNames[id] }))}
      />
      <InputNumber
        aria-label={texts.value}
        placeholder={texts.value}
        value={target.value}
        {...focus}
        onChange={(value) => set({ value, tracked: target.tracked && value !== null })}
      />
      <Input
        aria-label={texts.unit}
        placeholder={texts.unit}
        maxLength={40}
        value={target.unit ?? ''}
        {...focus}
        onChange={(event) => set({ unit: event.target.value || null })}
      />
      <Select
        aria-label="性质"
        value={target.kind}
        {...focus}
        onChange={(kind) => set({ kind })}
        options={targetKinds.map((id) => ({ value: id, label: kindNames[id] }))}
      />
      <DayInput value={target.deadline ?? undefined} change={(day) => set({ deadline: day ?? null })} />
      <Checkbox
        checked={target.tracked}
        disabled={target.value === null}
        onChange={(event) => set({ tracked: event.target.checked })}
      >
        {texts.tracked}
      </Checkbox>
      <span className="quiet">{texts.sure(target.confidence)}</span>
      <Button type="text" aria-label={`${texts.remove}${target.phrase}`} onClick={remove}>
        ×
      </Button>
    </div>
  );
}
