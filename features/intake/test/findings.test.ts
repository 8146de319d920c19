import { afterAll, describe, expect, test } from 'vitest';
import { type FindingCode, findingTexts } from '../domain/finding-texts.ts';
import type { KnownProject } from '../domain/match-project.ts';
import { readList } from '../domain/read-list.ts';
import { readReports } from '../domain/read-reports.ts';
import type { EarlierReport } from '../domain/report-rules.ts';
import { dalian } from './cities.ts';
import { findingsOf } from './read-row.ts';
import { type Plain, workbookOf } from './sheet-of.ts';

const seen = new Set<string>();

function codes(result: Parameters<typeof findingsOf>[0]): string[] {
  for (const f of result.findings) seen.add(f.code);
  return findingsOf(result);
}

const listHeader = [
  '序号',
  '项目名称',
  '项目代码',
  '建设地点',
  '建设起止年限',
  '总投资（万元）',
  '截至2022年底累计完成投资（万元）',
  '2023年计划投资（万元）',
  '计划开工时间',
  '牵头单位',
  '统一社会信用代码',
  '完成比例',
  ...Array.from({ length: 12 }, (_, i) => `${i + 1}月计划（万元）`),
];
const good: Plain[] = [
  1,
  '甲工程',
  '2201-210283-04-01-123456',
  '庄河市',
  '2022-2024',
  1000,
  100,
  120,
  '2023.5',
  '市水务局',
  '91210213MAY1675B3U',
  0.1,
  ...Array<number>(12).fill(10),
];
const columns = 'A B C D E F G H I J K L M N O P Q R S T U V W X'.split(' ');

/** The good row with some cells changed, by column letter. */
function listOf(...changes: Record<string, Plain>[]) {
  const rows = changes.map((change, i) => {
    const row = good.map((value, c) =>
      Object.hasOwn(change, columns[c] ?? '') ? (change[columns[c] ?? ''] ?? null) : value,
    );
    if (i > 0 && change['B'] === undefined) row[1] = `甲工程${'乙丙丁'[i - 1]}`;
    if (i > 0 && change['C'] === undefined) row[2] = null;
    return row;
  });
  return readList(workbookOf([['大连市2023年新开工项目清单'], listHeader, ...rows]), dalian, { year: 2023 });
}

describe('a list', () => {
  test('a good row has no finding', () => expect(codes(listOf({}))).toEqual([]));

  test.each<[string, Record<string, Plain>, string[]]>([
    ['no name', { B: null }, ['B3 name-missing']],
    ['a text for an amount', { F: '详见可研' }, ['F3 amount-unreadable']],
    ['a text for a month’s plan', { P: '视资金情况' }, ['P3 amount-unreadable']],
    ['a negative total', { F: -5 }, ['F3 amount-negative']],
    ['a negative plan', { H: '(120)' }, ['H3 amount-negative']],
    ['30 February', { I: '2023-02-30' }, ['I3 date-impossible']],
    ['month 13 in a period', { E: '2021.13-2024.6' }, ['E3 date-impossible']],
    ['a place elsewhere', { D: '鞍山市' }, ['D3 district-unknown']],
    ['another spelling of a place', { D: '庄河' }, ['D3 alias-resolved']],
    ['another spelling of a department', { J: '市水利局' }, ['J3 alias-resolved']],
    ['no total', { F: '—' }, ['F3 amount-missing']],
    ['no plan', { H: null }, ['H3 amount-missing']],
    ['its own unit', { F: '0.1亿元' }, ['F3 unit-in-cell']],
    ['months that do not add up', { X: 11 }, ['H3 plan-sum-mismatch']],
    ['a negative month', { W: -10, X: 30 }, ['W3 month-plan-negative']],
    ['more planned than the total', { F: 110 }, ['F3 total-lt-plan']],
    ['more done and planned than the total', { F: 219 }, ['F3 done-plan-gt-total']],
    ['done and planned are just the total', { F: 220 }, []],
    ['an end before its start', { E: '2024-2022' }, ['E3 period-reversed']],
    ['one date for a period', { E: '2024年' }, ['E3 period-incomplete']],
    ['no date at all', { I: '待定' }, ['I3 date-unreadable']],
    ['a quarter', { I: '二季度' }, ['I3 date-approximate']],
    ['a serial day', { I: 45047 }, ['I3 date-serial']],
    ['no code', { C: '大发改备〔2022〕82号' }, ['C3 code-malformed']],
    ['a code as a number', { C: 2.2e19 }, ['C3 code-malformed']],
    ['a code without hyphens', { C: '22012102830401123456' }, ['C3 code-normalised']],
    ['a wrong check character', { K: '91210213MAY1675B30' }, ['K3 uscc-check']],
    ['17 characters', { K: '91210213MAY1675B3' }, ['K3 uscc-malformed']],
    ['two at once, both warnings', { D: '庄河', C: '待赋' }, ['D3 alias-resolved', 'C3 code-malformed']],
    ['an error keeps rule findings away', { F: 110, I: '2023-02-30' }, ['I3 date-impossible']],
  ])('%s', (_, change, expected) => expect(codes(listOf(change))).toEqual(expected));

  test('the same name again, whatever its code', () => {
    const result = listOf({}, { B: ' 甲 工程 ' }, { B: '甲工程', C: '2201-210283-04-01-999999' });
    expect(codes(result)).toEqual(['B4 duplicate-name', 'B5 duplicate-name']);
    expect(result.rows.map((r) => r.duplicateOf)).toEqual([undefined, 'Sheet1!3', 'Sheet1!3']);
  });
  test('brackets, dashes and width do not make another name', () => {
    expect(codes(listOf({ B: '甲（一期）-A' }, { B: '甲(一期)－ａ' }))).toEqual(['B4 duplicate-name']);
  });
  test('the same code under another name', () => {
    expect(codes(listOf({}, { C: '2201-210283-04-01-123456' }))).toEqual(['C4 duplicate-code']);
  });
  test('a rejected row is no earlier row', () =>
    expect(codes(listOf({ F: '不详' }, { B: '甲工程' }))).toEqual(['F3 amount-unreadable']));
  test('cumulative plans that fall', () => {
    const header = listHeader.map((h) => h.replace('月计划', '月累计计划'));
    const months = [10, 20, 30, 40, 35, 60, 70, 80, 90, 100, 110, 120];
    const result = readList(
      workbookOf([['大连市2023年新开工项目清单'], header, [...good.slice(0, 12), ...months]]),
      dalian,
      { year: 2023 },
    );
    expect(codes(result)).toEqual(['Q3 plan-cum-decreases']);
  });
  test('a project in preparation needs no plan', () => {
    const rows = [
      ['大连市2023年前期项目清单'],
      listHeader,
      [...good.slice(0, 7), '/', '2024.5', '市水务局', null, null],
    ];
    expect(codes(readList(workbookOf(rows), dalian, { year: 2023 }))).toEqual([]);
  });
  test('a wrong count, a wrong sum', () => {
    const rows = [
      listHeader,
      ['一、新开工项目（3个）'],
      good,
      [2, '乙工程', ...good.slice(2)].map((v, i) => (i === 2 ? null : v)),
      ['小计', null, null, null, null, 2000, 200, 250],
    ];
    expect(codes(readList(workbookOf(rows), dalian, { year: 2023 }))).toEqual([
      'A2 section-count-mismatch',
      'H5 subtotal-mismatch',
    ]);
  });
});

const projects: KnownProject[] = [
  {
    key: 'P1',
    name: '甲河综合治理工程',
    code: '2201-210283-04-01-000001',
    district: '庄河市',
    category: '新开工',
    totalFen: 1_000_000_000n,
    doneBeforeFen: 100_000_000n,
  },
  {
    key: 'P2',
    name: '乙港区集装箱码头项目',
    code: '2201-210283-04-01-000002',
    district: '庄河市',
    category: '在建',
    totalFen: null,
    doneBeforeFen: null,
  },
];
const reportHeader = [
  '项目名称',
  '项目代码',
  '地区',
  '本月完成（万元）',
  '本年累计（万元）',
  '是否开工',
  '实际开工时间',
  '是否入统',
  '填报日期',
  '完成率',
];
const filled: Plain[] = [
  '甲河综合治理工程',
  '2201-210283-04-01-000001',
  '庄河市',
  10,
  50,
  '是',
  '2023.3',
  '是',
  '2023-06-01',
  0.4,
];

function reportOf(earlier: EarlierReport[], ...changes: Record<string, Plain>[]) {
  const rows = changes.map((change) =>
    filled.map((value, c) =>
      Object.hasOwn(change, columns[c] ?? '') ? (change[columns[c] ?? ''] ?? null) : value,
    ),
  );
  return readReports(workbookOf([reportHeader, ...rows]), dalian, {
    month: '2023-05',
    receivedOn: '2023-06-05',
    projects,
    earlier: new Map([['P1', earlier]]),
    acceptSimilar: true,
  });
}
const april = (wan: number | null): EarlierReport[] => [
  { month: '2023-04', cumFen: wan === null ? null : BigInt(wan) * 1_000_000n },
];

describe('a report', () => {
  test.each<[string, EarlierReport[], Record<string, Plain>, string[]]>([
    ['a good row', april(40), {}, []],
    ['neither name nor code', [], { A: null, B: '—' }, ['A2 name-missing']],
    ['a code alone will do', april(40), { A: null }, []],
    ['the code of one, the name of another', [], { A: '乙港区集装箱码头项目' }, ['B2 code-name-conflict']],
    ['the code, under a name that differs', april(40), { A: '甲河治理' }, ['A2 name-mismatch']],
    ['the name alone, written otherwise', april(40), { A: '甲河 综合治理工程', B: null }, []],
    ['a similar name', april(40), { A: '庄河甲河综合治理建设工程', B: null }, ['A2 name-mismatch']],
    ['nobody’s', [], { A: '丙湖湿地公园', B: null }, ['A2 project-not-found']],
    ['no cumulative', april(40), { E: '—' }, ['E2 cum-missing']],
    ['less than in April', april(60), {}, ['E2 cum-decreases']],
    [
      'less than in March, April being blank',
      [{ month: '2023-03', cumFen: 60_000_000n }, ...april(null)],
      {},
      ['E2 cum-decreases'],
    ],
    ['not April and May together', april(41), {}, ['E2 cum-sum-mismatch']],
    ['no report in April: nothing to add to', [{ month: '2023-03', cumFen: 30_000_000n }], {}, []],
    ['last year’s cumulative is none', [{ month: '2022-12', cumFen: 900_000_000n }], {}, []],
    ['less than the month', [], { D: 60 }, ['E2 cum-lt-month']],
    ['a negative month', april(60), { D: -10 }, ['D2 month-negative', 'E2 cum-decreases']],
    ['beyond the total', april(891), { E: 901 }, ['E2 cum-gt-total']],
    ['just the total', april(890), { E: 900 }, []],
    ['not started, yet invested', april(40), { F: '否', G: null, H: '否' }, ['F2 invest-not-started']],
    ['not started, yet entered', [], { D: 0, E: 0, F: '否', G: null }, ['H2 entered-not-started']],
    ['not started, yet with a date', [], { D: 0, E: 0, F: '否', H: '否' }, ['G2 start-conflict']],
    ['started without a date', april(40), { G: null }, ['G2 started-no-date']],
    ['started after it was received', april(40), { G: '2023-06-06' }, ['G2 date-future']],
    ['reported in the month it was received', april(40), { I: '2023年6月' }, []],
    ['reported after it was received', april(40), { I: '2023-06-06' }, ['I2 date-future']],
    ['a text for the cumulative', [], { E: '未统计' }, ['E2 amount-unreadable']],
    ['a place elsewhere', [], { C: '营口市' }, ['C2 district-unknown']],
  ])('%s', (_, earlier, change, expected) =>
    expect(codes(reportOf(earlier, change)).sort()).toEqual([...expected].sort()),
  );

  test('the number of one in a workbook of ours, the name of another', () => {
    const numbered = workbookOf([
      [...reportHeader, '档案编号'],
      [...filled, 'P2'],
    ]);
    const setting = { month: '2023-05', receivedOn: '2023-06-05', projects, earlier: new Map() } as const;
    expect(codes(readReports(numbered, dalian, setting))).toEqual(['K2 number-name-conflict']);
  });

  test('twice in one workbook', () =>
    expect(codes(reportOf(april(40), {}, { H: '否' }))).toEqual(['A3 duplicate-report']));

  test('a similar name is only a proposal until somebody confirms it', () => {
    const rows = [reportHeader, ['庄河甲河综合治理建设工程', null, ...filled.slice(2)]];
    const read = (acceptSimilar: boolean | ReadonlySet<string>) =>
      readReports(workbookOf(rows), dalian, {
        month: '2023-05',
        receivedOn: '2023-06-05',
        projects,
        earlier: new Map(),
        acceptSimilar,
      }).rows[0];
    expect(read(false)).toMatchObject({
      key: null,
      proposal: { key: 'P1' },
      record: { projectKey: null, matchedBy: null },
    });
    expect(read(new Set(['Sheet1!2']))).toMatchObject({
      key: 'P1',
      record: { projectKey: 'P1', matchedBy: 'similar' },
    });
    expect(read(new Set(['Sheet1!9']))?.key).toBeNull();
  });
});

describe('hidden and struck rows, error values', () => {
  test('are said to be so', () => {
    const book = workbookOf([
      reportHeader,
      filled,
      filled.map((v, i) => (i === 0 ? '乙港区集装箱码头项目' : i === 1 ? null : v)),
    ]);
    const [sheet] = book.sheets;
    const [second, third] = [sheet?.rows.get(2), sheet?.rows.get(3)];
    if (!sheet || !second || !third) throw new Error('two rows were written');
    const error = {
      row: 2,
      column: 10,
      ref: 'J2',
      kind: 'error',
      text: '#DIV/0!',
      error: '#DIV/0!',
      struck: false,
    } as const;
    const struck = new Map([...third.cells].map(([c, cell]) => [c, { ...cell, struck: true }]));
    const wrong = { ...error, column: 4, ref: 'D3', row: 3, struck: true };
    const rows = new Map([
      ...sheet.rows,
      [2, { ...second, hidden: true, cells: new Map([...second.cells, [10, error]]) }],
      [3, { ...third, cells: new Map([...struck, [4, wrong]]) }],
    ]);
    const result = readReports({ ...book, sheets: [{ ...sheet, rows }] }, dalian, {
      month: '2023-05',
      receivedOn: '2023-06-05',
      projects,
      earlier: new Map(),
    });
    expect(codes(result)).toEqual([
      'J2 cell-error-derived',
      'A2 row-hidden',
      'D3 cell-error',
      'A3 row-struck',
    ]);
  });
});

describe('every finding', () => {
  test('says in Chinese what happened where, and what to do', () => {
    const [found] = listOf({ F: '详见可研' }).findings;
    expect(found).toEqual({
      sheet: 'Sheet1',
      row: 3,
      cell: 'F3',
      column: '总投资（万元）',
      value: '详见可研',
      kind: 'error',
      code: 'amount-unreadable',
      message: '第3行“总投资（万元）”：读不出金额“详见可研”',
      remedy: '改成数字，单位按列标题；没有数据时留空',
    });
  });
  test('leaves no blank in its message', () => {
    for (const text of Object.values(findingTexts))
      expect(text.message.replaceAll(/\{(?:value|about)\}/g, '')).not.toMatch(/[{}]/);
  });
  afterAll(() => {
    const never = (Object.keys(findingTexts) as FindingCode[]).filter((code) => !seen.has(code));
    expect(never).toEqual([]);
  });
});
