import { Select } from 'antd';
import { type Light, lightNames } from '#kernel/light';
import { lightWords } from '../texts.ts';

const lights = Object.keys(lightNames) as Light[];

export function LightPick({ light, pick }: { readonly light: Light; readonly pick: (light: Light) => void }) {
  return (
    <Select<Light>
      aria-label={lightWords.light}
      value={light}
      onChange={pick}
      options={lights.map((value) => ({ value, label: `${lightNames[value]}灯` }))}
    />
  );
}

const months = Array.from({ length: 12 }, (_, at) => ({ value: at + 1, label: `${at + 1}月` }));

type ForMonths = { readonly months?: number[] };

/** For some months of the year only; none chosen is all of them. */
export function MonthsPick<T extends ForMonths>({
  of,
  pick,
}: {
  readonly of: T;
  readonly pick: (next: T) => void;
}) {
  return (
    <Select<number[]>
      aria-label={lightWords.months}
      mode="multiple"
      allowClear
      maxTagCount="responsive"
      placeholder={lightWords.months}
      value={of.months ?? []}
      onChange={(chosen) => {
        const { months: _, ...rest } = of;
        const sorted = chosen.toSorted((a, b) => a - b);
        pick((sorted.length === 0 ? rest : { ...rest, months: sorted }) as T);
      }}
      options={months}
      style={{ minWidth: 150 }}
    />
  );
}
