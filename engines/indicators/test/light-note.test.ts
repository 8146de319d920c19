import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asTableOwner, type TestDatabase } from '#db/testing';
import { checkRollups, evaluate, lightsOn, noteLight, notesOf, standingNotes } from '../index.ts';
import { aDatabase, asCity } from './a-city.ts';
import { aReport, aSubject, report } from './a-year.ts';

const asOf = '2023-06-10';
const month = '2023-05' as const;

let database: TestDatabase;
let late: string;

beforeAll(async () => {
  database = await aDatabase();
  await asCity(database.db, async (city) => {
    late = await aSubject(city);
    await report(city, aReport(late, month, 100n, { standing: 'verified' }));
    await report(city, aReport(late, month, 100n));
    await evaluate(city, { asOf });
  });
});
afterAll(async () => database?.drop());

type Note = Parameters<typeof noteLight>[1];
const note = (change: Partial<Note> = {}): Note => ({
  ...{
    subjectId: late,
    month,
    kind: 'override',
    value: 'yellow',
    reason: '已到位设备未计入',
    expectedNumber: 0,
  },
  ...change,
});
const write = (change: Partial<Note> = {}, eyes = {}) =>
  asCity(database.db, (city) => noteLight(city, note(change)), eyes);
const standing = () => asCity(database.db, (city) => standingNotes(city, month));

describe('a note beside a light', () => {
  test.each([
    ['another light without a reason', { reason: '  ' }, 'light_note.needs_reason'],
    ['the very light that was computed', { value: 'red' }, 'light_note.same_light'],
    ['for a month without a light', { month: '2023-03' }, 'light_note.no_light'],
    ['taking back what never was', { value: null }, 'light_note.none_to_withdraw'],
    ['after somebody else wrote', { expectedNumber: 1 }, 'light_note.stale'],
  ] as const)('%s is refused', async (_title, change, code) => {
    await expect(write(change)).rejects.toMatchObject({ code });
  });

  test('is signed and reasoned and leaves light and sums as they were computed', async () => {
    await write();
    await write({ kind: 'confidence', value: 'low', reason: '凭证不全' });
    expect(await standing()).toMatchObject([
      { kind: 'confidence', value: 'low', computed: 'red' },
      { kind: 'override', value: 'yellow', computed: 'red', number: 1, reason: '已到位设备未计入' },
    ]);
    await asCity(database.db, async (city) => {
      expect((await lightsOn(city, '2023-07-01')).projects).toMatchObject([{ overall: 'red' }]);
      expect(await checkRollups(city)).toMatchObject({ differences: [] });
    });
  });

  test('is taken back by a further note, and all of them stay on record', async () => {
    await expect(write({ expectedNumber: 1 })).rejects.toMatchObject({ code: 'light_note.same_value' });
    await write({ value: null, reason: '设备已计入', expectedNumber: 1 });
    expect((await standing()).map(({ kind }) => kind)).toEqual(['confidence']);
    const all = await asCity(database.db, (city) => notesOf(city, late));
    expect(all.filter(({ kind }) => kind === 'override').map(({ value }) => value)).toEqual([null, 'yellow']);
  });

  test('is read by every office, written by none that does not see the whole city, and never changed', async () => {
    const eyes = { holders: [late] };
    expect(await asCity(database.db, (city) => standingNotes(city, month), eyes)).toHaveLength(1);
    await expect(write({ expectedNumber: 2 }, eyes)).rejects.toThrow();
    const rows = await asTableOwner(
      database.db,
      `select has_table_privilege('guatu_app', 'city.light_note', 'update') as changes,
        has_table_privilege('guatu_app', 'city.light_note', 'delete') as removes`,
    );
    expect(rows).toEqual([{ changes: false, removes: false }]);
  });
});
