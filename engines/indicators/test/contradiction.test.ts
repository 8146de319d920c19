import { describe, expect, test } from 'vitest';
import type { Month } from '#kernel/month';
import type { PlainDate } from '#kernel/plain-date';
import { noFacts, type ReportFacts } from '../domain/report.ts';
import { contradictionsOf, contradictionTexts, type ReportSurroundings } from '../index.ts';
import { type Gold, goldIsThere, type ReportRecord, readGold } from './gold.ts';

const around: ReportSurroundings = {
  earlier: [{ month: '2023-04', cumFen: 400n }],
  totalFen: 10_000n,
  doneBeforeFen: 1_000n,
  category: 'new-start',
  receivedOn: '2023-06-06',
  asksStartDate: true,
};
const sound: ReportFacts = {
  ...noFacts,
  monthFen: 100n,
  cumFen: 500n,
  started: true,
  actualStart: '2023-03',
  entered: true,
};

describe('a report against itself, earlier ones and the project', () => {
  test.each<[string, Partial<ReportFacts>, Partial<ReportSurroundings>, string[]]>([
    ['nothing to say', {}, {}, []],
    ['no cumulative', { cumFen: null }, {}, ['cum-missing']],
    ['a negative month', { monthFen: -100n, cumFen: 300n }, {}, ['month-negative', 'cum-decreases']],
    ['falls, which also does not add up: said once', { cumFen: 399n }, {}, ['cum-decreases']],
    ['does not add up', { cumFen: 501n }, {}, ['cum-sum-mismatch']],
    [
      'last month was not reported, so nothing to add up',
      { cumFen: 501n },
      { earlier: [{ month: '2023-03', cumFen: 400n }] },
      [],
    ],
    ['no earlier report and below the month', { cumFen: 99n }, { earlier: [] }, ['cum-lt-month']],
    [
      'reports of another year are not earlier ones',
      { cumFen: 100n },
      { earlier: [{ month: '2022-12', cumFen: 900n }] },
      [],
    ],
    ['more than the total', { cumFen: 9_001n, monthFen: 8_601n }, {}, ['cum-gt-total']],
    ['exactly the total', { cumFen: 9_000n, monthFen: 8_600n }, {}, []],
    [
      'not started, yet everything else',
      { started: false },
      {},
      ['invest-not-started', 'entered-not-started', 'start-conflict'],
    ],
    [
      'not started and nothing done',
      { started: false, entered: false, actualStart: null, cumFen: 0n, monthFen: 0n },
      { earlier: [] },
      [],
    ],
    ['started without a date', { actualStart: null }, {}, ['started-no-date']],
    ['started without a date, not asked for one', { actualStart: null }, { asksStartDate: false }, []],
    ['a start after the day of receipt', { actualStart: '2023-06-07' }, {}, ['date-future']],
    ['the month of receipt is not after it', { actualStart: '2023-06', reportedOn: '2023-06-06' }, {}, []],
  ])('%s', (_name, facts, surroundings, codes) => {
    const found = contradictionsOf('2023-05', { ...sound, ...facts }, { ...around, ...surroundings });
    expect(found.map(({ code }) => code)).toEqual(codes);
    for (const { code } of found) expect(contradictionTexts[code]).not.toBe('');
  });
});

describe.skipIf(!goldIsThere)('the shared reports (skipped without ../shared/data/workbooks/gold)', () => {
  test('contradict themselves exactly as the shared findings say', () => {
    const gold: Gold = readGold();
    const listed = new Map(gold.list.map(({ key, record }) => [key, record]));
    const earlier = new Map<string, { month: Month; cumFen: bigint }[]>();
    const [found, expected]: string[][] = [[], []];
    const known = new Set(Object.keys(contradictionTexts));
    for (const book of gold.reports) {
      const filed: [string, { month: Month; cumFen: bigint } | null][] = [];
      for (const { sheet, row, status, record, findings } of book.rows) {
        if (status !== 'accepted') continue;
        const key = record.projectKey ?? '';
        const project = listed.get(key);
        const columns = book.sheets.find(({ name }) => name === sheet)?.columns ?? [];
        const codes = contradictionsOf(record.month as Month, factsOf(record), {
          earlier: earlier.get(key) ?? [],
          totalFen: project?.totalFen ? BigInt(project.totalFen) : null,
          doneBeforeFen: project?.doneBeforeFen ? BigInt(project.doneBeforeFen) : null,
          category: project?.stage === '新开工' ? 'new-start' : project ? 'building' : null,
          receivedOn: book.receivedOn as PlainDate,
          asksStartDate: columns.some(({ field }) => field === 'actualStart'),
        });
        found?.push(...codes.map(({ code }) => `${book.month} ${sheet} ${row} ${code}`));
        const wanted = findings.filter(({ code }) => known.has(code));
        expected?.push(...wanted.map(({ code }) => `${book.month} ${sheet} ${row} ${code}`));
        if (key === '') continue;
        const cumFen = record.cumFen === null ? null : BigInt(record.cumFen);
        filed.push([key, cumFen === null ? null : { month: record.month as Month, cumFen }]);
      }
      for (const [key, one] of new Map(filed)) if (one) earlier.set(key, [...(earlier.get(key) ?? []), one]);
    }
    expect(found?.sort()).toEqual(expected?.sort());
    expect(found?.length).toBeGreaterThan(20);
  });
});

function factsOf(record: ReportRecord): ReportFacts {
  const amount = (text: string | null) => (text === null ? null : BigInt(text));
  return {
    ...noFacts,
    monthFen: amount(record.monthFen),
    cumFen: amount(record.cumFen),
    started: record.started ?? null,
    actualStart: record.actualStart ?? null,
    entered: record.entered ?? null,
    enteredOn: record.enteredOn ?? null,
    reportedOn: record.reportedOn ?? null,
  };
}
