import type { UseQueryResult } from '@tanstack/react-query';
import { Select } from 'antd';
import { useLocation, useSearch } from 'wouter';
import { projectChoices } from '#features/projects';
import type { CallRefused, OutputOf } from '#http/client';
import { isPlainDate, type PlainDate } from '#kernel/plain-date';
import { DayInput, Field, useRoute } from '#ui';
import { texts } from '../texts.ts';

type Choices = UseQueryResult<OutputOf<typeof projectChoices>, CallRefused>;
export type Asked = { readonly year: number; readonly asOf?: PlainDate | undefined };

/** Year and day stand in the address; undefined until the years are known, which the last of these tells about. */
export function useDay(): readonly [
  asked: Asked | undefined,
  years: readonly number[],
  turn: (to: Asked) => void,
  choices: Choices,
] {
  const given = new URLSearchParams(useSearch());
  const [path, go] = useLocation();
  const choices = useRoute(projectChoices, {});
  const years = choices.data?.years ?? [];
  const asOf = given.get('asOf');
  const year = Number(given.get('year')) || years[0];
  const turn = (to: Asked) => go(`${path}?${searchOf(to)}`, { replace: true });
  return [year ? { year, asOf: isPlainDate(asOf) ? asOf : undefined } : undefined, years, turn, choices];
}

export function searchOf({ year, asOf }: Asked): string {
  return asOf ? `year=${year}&asOf=${asOf}` : `year=${year}`;
}

type DayFilterProps = {
  readonly asked: Asked;
  readonly years: readonly number[];
  readonly turn: (to: Asked) => void;
};

/** Which year's lists, as they stood on which day. */
export function DayFilter({ asked, years, turn }: DayFilterProps) {
  const shown = [...new Set([asked.year, ...years])].sort((a, b) => b - a);
  return (
    <div className="filters">
      <Field label={texts.year}>
        {(ties) => (
          <Select
            {...ties}
            style={{ width: 112 }}
            value={asked.year}
            options={shown.map((year) => ({ value: year, label: `${year}年` }))}
            onChange={(year) => turn({ year })}
          />
        )}
      </Field>
      <Field label={texts.asOf}>
        {(ties) => <DayInput {...ties} value={asked.asOf} change={(asOf) => turn({ ...asked, asOf })} />}
      </Field>
    </div>
  );
}
