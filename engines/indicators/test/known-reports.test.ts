import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestDatabase } from '#db/testing';
import { newId } from '#kernel/id';
import type { Month } from '#kernel/month';
import type { PlainDate } from '#kernel/plain-date';
import { knownState } from '../domain/known-state.ts';
import type { SubjectId } from '../domain/subject.ts';
import { addRows } from '../store/add-rows.ts';
import { readKnownReports } from '../store/fact-rows.ts';
import { lockSubjects } from '../store/subject-rows.ts';
import { aDatabase, asCity } from './a-city.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await aDatabase();
});
afterAll(async () => database?.drop());

const months: readonly Month[] = [
  '2022-11',
  '2022-12',
  '2023-01',
  '2023-02',
  '2023-03',
  '2023-04',
  '2023-05',
];
const [month, asOf] = ['2023-04', '2023-05-10'] as const;

/** Versions of a month's report, the later with the higher number. */
const aReport = fc.record({
  month: fc.constantFrom(...months),
  withdrawn: fc.constantFrom(false, false, false, true),
  cumFen: fc.option(fc.bigInt(0n, 10n ** 15n)),
  started: fc.option(fc.boolean()),
  actualStart: fc.option(fc.constantFrom('2022', '2022-12', '2023-02-11', '2023-03', '2023-06')),
  entered: fc.option(fc.boolean()),
  receivedOn: fc.constantFrom<PlainDate>('2023-05-01', '2023-05-10', '2023-05-11'),
});
const aSubject = fc.array(aReport, { maxLength: 12 });

const duties = [
  { category: 'building', startedMonth: null },
  { category: 'building', startedMonth: '2022-03' },
  { category: 'new-start', startedMonth: null },
] as const;

test('what decides is known as from all reports of every month', async () => {
  const subjects = fc
    .sample(aSubject, 400)
    .map((reports) => ({ id: newId<'subject'>() as SubjectId, reports }));
  const rows = subjects.flatMap(({ id, reports }) =>
    reports.map((one, number) => [
      ...[id, one.month, 'verified', number + 1, newId<'report'>(), one.withdrawn, one.cumFen, one.started],
      ...[one.actualStart, one.entered, one.receivedOn, 'test'],
    ]),
  );
  const columns = [
    'subject_id',
    'month',
    'standing',
    'number',
    'report_id',
    'withdrawn',
    'cum_fen',
    'started',
  ];
  const ids = subjects.map(({ id }) => id);
  const found = await asCity(database.db, async ({ tx }) => {
    await lockSubjects(tx, ids);
    await addRows(
      tx,
      'city.report',
      [...columns, 'actual_start', 'entered', 'received_on', 'recorded_by'],
      rows,
    );
    const [first, last] = [ids[0] as SubjectId, ids.at(-1) as SubjectId];
    return Promise.all([
      readKnownReports(tx, { month, asOf }, null),
      readKnownReports(tx, { month, asOf }, { first, last }),
      readKnownReports(tx, { month, asOf }, ids),
    ]);
  });
  for (const read of found) {
    const known = new Map(read.map((one) => [one.subjectId, one]));
    for (const { id, reports } of subjects) {
      const received = reports.map((one, number) => ({ ...one, number: number + 1 }));
      const standing = months.flatMap((of) => {
        const last = received.findLast((one) => one.month === of && of <= month && one.receivedOn <= asOf);
        return last && !last.withdrawn ? [last] : [];
      });
      const ofMonth = standing.find((one) => one.month === month);
      const one = known.get(id);
      expect([one?.number ?? null, one?.cumFen ?? null]).toEqual([
        ofMonth?.number ?? null,
        ofMonth?.cumFen ?? null,
      ]);
      for (const duty of duties)
        expect(knownState(duty, one?.said ?? [], month), JSON.stringify(standing, bigintText)).toEqual(
          knownState(duty, standing, month),
        );
    }
  }
});

const bigintText = (_: string, value: unknown) => (typeof value === 'bigint' ? String(value) : value);
