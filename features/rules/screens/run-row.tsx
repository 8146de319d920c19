import { Button, InputNumber, Select } from 'antd';
import type { RuleSetForm } from '../contract.ts';
import { lightWords } from '../texts.ts';
import { LightPick } from './rule-picks.tsx';

type Run = NonNullable<RuleSetForm['dimensions'][number]['consecutive']>[number];

type RunRowProps = {
  readonly run: Run;
  readonly outcomes: readonly { readonly value: string; readonly label: string }[];
  readonly change: (run: Run) => void;
  readonly remove: () => void;
};

/** Another light once something was so for several months in a row. */
export function RunRow({ run, outcomes, change, remove }: RunRowProps) {
  return (
    <div className="rule-row">
      <Select<string[]>
        mode="multiple"
        aria-label={lightWords.of}
        placeholder={lightWords.of}
        value={[...run.of]}
        onChange={(of) => change({ ...run, of })}
        options={[...outcomes]}
        style={{ flex: '1 1 180px' }}
      />
      <InputNumber
        aria-label={lightWords.runMonths}
        min={2}
        max={36}
        value={run.months}
        onChange={(months) => change({ ...run, months: months ?? 2 })}
        suffix="个月"
        style={{ width: 110 }}
      />
      <LightPick light={run.light} pick={(light) => change({ ...run, light })} />
      <Select<Run['newYear']>
        aria-label={lightWords.newYear}
        value={run.newYear}
        onChange={(newYear) => change({ ...run, newYear })}
        options={(['restart', 'continue'] as const).map((value) => ({
          value,
          label: lightWords.newYears[value],
        }))}
      />
      <Button onClick={remove}>{lightWords.removeOne}</Button>
    </div>
  );
}
