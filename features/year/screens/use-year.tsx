import { Select } from 'antd';
import { useLocation, useSearch } from 'wouter';
import { projectChoices } from '#features/projects';
import { Field, useRoute } from '#ui';
import { texts } from '../texts.ts';

type Chosen = {
  /** Undefined until the years are known. */
  readonly year: number | undefined;
  readonly years: readonly number[];
  readonly turn: (year: number) => void;
};

/** The year stands in the address. */
export function useYear(): Chosen {
  const given = new URLSearchParams(useSearch());
  const [path, go] = useLocation();
  const years = useRoute(projectChoices, {}).data?.years ?? [];
  const year = Number(given.get('year')) || years[0];
  return { year, years, turn: (to) => go(`${path}?year=${to}`, { replace: true }) };
}

export function YearFilter({ year, years, turn }: Chosen & { readonly year: number }) {
  const shown = [...new Set([year, ...years])].sort((a, b) => b - a);
  return (
    <Field label={texts.ofYear}>
      {(ties) => (
        <Select
          {...ties}
          style={{ width: 112 }}
          value={year}
          options={shown.map((one) => ({ value: one, label: `${one}年` }))}
          onChange={turn}
        />
      )}
    </Field>
  );
}
