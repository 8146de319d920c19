import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Workbook } from '#sheets';
import { readReports } from '../domain/read-reports.ts';
import { dalian } from './cities.ts';
import { findingsOf } from './read-row.ts';
import { type Plain, workbookOf } from './sheet-of.ts';

/** The same reports, laid out by district in the ways offices do it: sections, tabs, merged cells; sums before or after. */

type Report = { name: string; place: string; month: number; cum: number };

const places = ['中山区', '甘井子区', '庄河市', '长海县'];
const report = fc.record({
  name: fc.integer({ min: 1, max: 9999 }).map((n) => `${n}号地块配套道路工程`),
  place: fc.constantFrom(...places),
  month: fc.integer({ min: 0, max: 500 }),
  cum: fc.integer({ min: 500, max: 9000 }),
});
const reports = fc.uniqueArray(report, { minLength: 3, maxLength: 14, selector: (r) => r.name });

const arrangement = fc.record({
  sum: fc.constantFrom('none', 'before', 'after'),
  total: fc.constantFrom('none', 'first', 'last'),
  count: fc.constantFrom('none', '（N个）', '（共N项）', 'N项'),
  numbering: fc.constantFrom('', '一、', '（一）'),
  title: fc.boolean(),
  note: fc.boolean(),
  blanks: fc.boolean(),
});
type Arrangement = typeof arrangement extends fc.Arbitrary<infer T> ? T : never;

const header = ['序号', '项目名称', '本月完成（万元）', '1-5月累计完成（万元）', '形象进度'];
const row = (r: Report, i: number): Plain[] => [i + 1, r.name, r.month, r.cum, '主体施工'];
const sums = (label: string, of: readonly Report[]): Plain[] => [
  null,
  label,
  of.reduce((a, r) => a + r.month, 0),
  of.reduce((a, r) => a + r.cum, 0),
  null,
];
const chinese = '一二三四五六七八九';

function bySection(all: readonly Report[], a: Arrangement): Plain[][] {
  const rows: Plain[][] = [];
  const named = places.filter((place) => all.some((r) => r.place === place));
  for (const [i, place] of named.entries()) {
    const own = all.filter((r) => r.place === place);
    const count = a.count === 'none' ? '' : a.count.replace('N', String(own.length));
    rows.push([a.numbering.replace('一', chinese[i] ?? '') + place + count]);
    if (a.sum === 'before') rows.push(sums('小计', own));
    rows.push(...own.map(row));
    if (a.sum === 'after') rows.push(sums('小 计', own));
    if (a.blanks) rows.push([]);
  }
  return framed(rows, all, a);
}

function framed(rows: Plain[][], all: readonly Report[], a: Arrangement): Plain[][] {
  const title: Plain[][] = a.title ? [['2023年5月重点项目进展情况表'], []] : [];
  const first = a.total === 'first' ? [sums('合计', all)] : [];
  const last = a.total === 'last' ? [sums('总  计', all)] : [];
  const note: Plain[][] = a.note ? [['注：本表由各地区填报。']] : [];
  return [...title, header, ...first, ...rows, ...last, ...note];
}

function byTab(all: readonly Report[], a: Arrangement): Workbook {
  const tabs = places.filter((place) => all.some((r) => r.place === place));
  const sheets = tabs.flatMap((place) => {
    const own = all.filter((r) => r.place === place);
    return workbookOf(framed(own.map(row), own, a), { name: place.replace(/[区市县]$/, '') }).sheets;
  });
  return { format: 'xlsx', sheets };
}

function byMergedCell(all: readonly Report[], a: Arrangement): Workbook {
  const tabs = places.filter((place) => all.some((r) => r.place === place));
  const rows: Plain[][] = [['地区', ...header]];
  const merges = [];
  for (const place of tabs) {
    const own = all.filter((r) => r.place === place);
    const from = rows.length + 1;
    rows.push(...own.map((r, i) => [i === 0 ? place : null, ...row(r, i)]));
    if (a.sum !== 'none') rows.push([null, ...sums('小计', own)]);
    if (rows.length > from) merges.push({ fromRow: from, fromColumn: 1, toRow: rows.length, toColumn: 1 });
  }
  return workbookOf(rows, { merges });
}

const read = (book: Workbook) =>
  readReports(book, dalian, { month: '2023-05', receivedOn: '2023-06-05', projects: [], earlier: new Map() });

/** All rows with their districts, and no finding but that no project is listed. */
function expectAll(book: Workbook, all: readonly Report[]): void {
  const result = read(book);
  const sorted = places.flatMap((place) => all.filter((r) => r.place === place));
  expect(
    result.rows.map(
      ({ record }) => record && [record.name, record.district?.name, record.monthFen, record.cumFen],
    ),
  ).toEqual(
    sorted.map((r) => [r.name, r.place, `${r.month === 0 ? '0' : `${r.month}000000`}`, `${r.cum}000000`]),
  );
  expect(findingsOf(result).filter((f) => !f.endsWith('project-not-found'))).toEqual([]);
}

describe('reports laid out', () => {
  test('under section rows', () => {
    fc.assert(
      fc.property(reports, arrangement, (all, a) => expectAll(workbookOf(bySection(all, a)), all)),
      { numRuns: 200 },
    );
  });
  test('on a tab for each district', () => {
    fc.assert(
      fc.property(reports, arrangement, (all, a) => expectAll(byTab(all, a), all)),
      { numRuns: 100 },
    );
  });
  test('beside merged cells', () => {
    fc.assert(
      fc.property(reports, arrangement, (all, a) => expectAll(byMergedCell(all, a), all)),
      { numRuns: 100 },
    );
  });
});
