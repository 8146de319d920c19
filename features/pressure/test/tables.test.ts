import { describe, expect, test } from 'vitest';
import type { Condition } from '#kernel/condition';
import type { Month } from '#kernel/month';
import { propose } from '../domain/propose.ts';
import { proveTable } from '../domain/prove-table.ts';
import type { PressureRow } from '../domain/table.ts';
import { aRow, redLight } from './a-table.ts';

const lightIs = (value: string): Condition => ({ field: 'light', op: 'eq', value });
const on = (list: string): Condition => ({ field: 'lists', op: 'includes', value: list });
const fromLast = (value: number): Condition => ({ field: 'fromLast', op: 'lte', value });

/** Lights of months, the latest first. */
function months(first: Month, ...lights: string[]) {
  const [year, number] = first.split('-').map(Number) as [number, number];
  return lights.map((light, back) => {
    const at = year * 12 + number - 1 - back;
    const month = `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}` as Month;
    return { month, facts: { light, category: 'building', lists: ['key'] } };
  });
}

const ladder = [
  aRow('first'),
  aRow('second', { periods: 2, document: 'rectification' }),
  aRow('third', { periods: 3, document: 'interview', signs: 'government-office' }),
];

describe('red month after red month', () => {
  test.each([
    [['red'], 'first', 1],
    [['red', 'yellow', 'red'], 'first', 1],
    [['red', 'red'], 'second', 2],
    [['red', 'red', 'green', 'red'], 'second', 2],
    [['red', 'red', 'red', 'red'], 'third', 3],
  ] as const)('%j comes to %s, counting %i months', (lights, id, counted) => {
    const proposed = propose(ladder, months('2023-08', ...lights), 'restart');
    expect(proposed?.row.id).toBe(id);
    expect(proposed?.counted.map(({ month }) => month)).toEqual(
      ['2023-08', '2023-07', '2023-06'].slice(0, counted),
    );
  });

  test.each([[['green', 'red', 'red']], [['grey']], [[]]] as const)('%j comes to nothing', (lights) =>
    expect(propose(ladder, months('2023-08', ...lights), 'restart')).toBeUndefined(),
  );

  test.each([
    ['restart', 'first'],
    ['continue', 'third'],
  ] as const)('over a new year that is to %s comes to %s', (newYear, id) => {
    expect(propose(ladder, months('2023-01', 'red', 'red', 'red'), newYear)?.row.id).toBe(id);
  });

  test('with a month missing between counts up to the gap', () => {
    const [latest, , earlier, first] = months('2023-08', 'red', 'red', 'red', 'red');
    expect(propose(ladder, [latest!, earlier!, first!], 'restart')?.row.id).toBe('first');
  });
});

describe('of rows that are met together', () => {
  test('the heavier paper is taken, wherever it stands', () => {
    const rows = [aRow('heavy', { document: 'interview' }), aRow('light')];
    for (const table of [rows, rows.toReversed()])
      expect(propose(table, months('2023-08', 'red'), 'restart')?.row.id).toBe('heavy');
  });

  test('of one paper the larger priority is', () => {
    const rows = [aRow('city-wide'), aRow('key', { when: on('key'), priority: 1, to: 'department' })];
    expect(propose(rows, months('2023-08', 'red'), 'restart')?.row.id).toBe('key');
  });
});

describe('a table', () => {
  const faults = (rows: readonly PressureRow[], kind: 'projects' | 'units' = 'projects') =>
    proveTable(kind, rows).map((fault) => `${fault.kind} ${fault.row.id}`);

  test.each<[string, readonly PressureRow[], readonly string[]]>([
    ['of heavier papers for longer redness is sound', ladder, []],
    ['of two lights is sound', [aRow('red'), aRow('yellow', { when: lightIs('yellow') })], []],
    [
      'with two rows of one paper that meet leaves it to chance',
      [aRow('all'), aRow('key', { when: { all: [redLight, on('key')] } })],
      ['overlap key'],
    ],
    [
      'that says which of them goes first is sound',
      [aRow('all'), aRow('key', { when: { all: [redLight, on('key')] }, priority: 1 })],
      [],
    ],
    [
      'whose later row is met only where an earlier one is names the later',
      [aRow('all', { document: 'interview' }), aRow('key', { when: { all: [redLight, on('key')] } })],
      ['never key'],
    ],
    ['with no such light names the row', [aRow('violet', { when: lightIs('violet') })], ['never violet']],
    [
      'whose longer row is lighter names the longer',
      [aRow('one', { document: 'interview' }), aRow('two', { periods: 2 })],
      ['never two'],
    ],
    [
      'whose rows together stand before another names it',
      [
        aRow('key', { when: on('key'), document: 'interview' }),
        aRow('rest', { when: { not: on('key') }, document: 'supervision' }),
        aRow('any', { when: { any: [redLight, lightIs('yellow')] } }),
      ],
      ['never any'],
    ],
    [
      'in which one month that differs leads past both is sound',
      [
        aRow('reds', { periods: 2, document: 'interview' }),
        aRow('yellows', { periods: 2, when: lightIs('yellow'), document: 'supervision' }),
        aRow('either', { periods: 2, when: { any: [redLight, lightIs('yellow')] } }),
      ],
      [],
    ],
  ])('%s', (_title, rows, found) => expect(faults(rows)).toEqual(found));

  test.each<[string, readonly PressureRow[], readonly string[]]>([
    [
      'of the last and the last three',
      [aRow('three', { when: fromLast(3) }), aRow('last', { when: fromLast(1), document: 'interview' })],
      [],
    ],
    ['of a place before the first', [aRow('none', { when: fromLast(0) })], ['never none']],
    [
      'whose share leaves nobody beyond the rank',
      [aRow('three', { when: fromLast(3), document: 'interview' }), aRow('last', { when: fromLast(1) })],
      ['never last'],
    ],
    [
      'of completion below 60 and below 80',
      [
        aRow('eighty', { when: { field: 'completion', op: 'lt', value: 80 } }),
        aRow('sixty', { when: { field: 'completion', op: 'lt', value: 60 }, document: 'interview' }),
      ],
      [],
    ],
  ])('by unit %s', (_title, rows, found) => expect(faults(rows, 'units')).toEqual(found));
});
