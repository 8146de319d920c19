import { expect, test } from 'vitest';
import type { Month } from '#kernel/month';
import { lightSince } from '../domain/light-since.ts';

const lit = (...said: readonly (readonly [Month, string | null])[]) =>
  said.map(([month, overall]) => ({ month, overall }));

test.each([
  ['the first month', lit(['2023-04', 'red']), '2023-04', 1],
  ['months in a row', lit(['2023-04', 'red'], ['2023-03', 'red'], ['2023-02', 'yellow']), '2023-03', 2],
  ['over the turn of a year', lit(['2023-01', 'red'], ['2022-12', 'red']), '2022-12', 2],
  ['no further than a month left out', lit(['2023-04', 'red'], ['2023-02', 'red']), '2023-04', 1],
  [
    'no further than another light',
    lit(['2023-04', 'red'], ['2023-03', null], ['2023-02', 'red']),
    '2023-04',
    1,
  ],
] as const)('a light is counted back over %s', (_, history, since, months) =>
  expect(lightSince(history)).toEqual({ since, months }),
);

test('without a light there is no since', () => expect(lightSince([])).toBeUndefined());
