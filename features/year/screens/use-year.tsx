import type { UseQueryResult } from '@tanstack/react-query';
import { Select } from 'antd';
import { useLocation, useSearch } from 'wouter';
import { projectChoices } from '#features/projects';
import type { CallRefused, OutputOf } from '#http/client';
import { Field, useRoute } from '#ui';
import { texts } from '../texts.ts';

type Chosen = {
  /** Undefined until the years are known. */
  readonly year: number | undefined;
  readonly years: readonly number[];
  readonly turn: (year: number) => void;
  /** What says the years. */
  readonly choices: UseQueryResult<OutputOf<typeof projectChoices>, CallRefused>;
};

/** The year stands in the address. */
export function useYear(): Chosen {
  const given = new URLSearchParams(useSearch());
  const [path, go] = useLocation();
  const choices = useRoute(projectChoices, {});
  const years = choices.data?.years ?? [];
  const year = Number(given.get('year')) || years[0];
  return { year, years, choices, turn: (to) => go(`${path}?year=${to}`, { replace: true }) };
}

export function YearFilter({ year, years, turn }: Omit<Chosen, 'choices'> & { readonly year: number }) {
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
