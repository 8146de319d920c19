import { describe, expect, test } from 'vitest';
import type { Workbook } from '#sheets';
import type { Dictionary } from '../domain/dictionary.ts';
import { readReports } from '../domain/read-reports.ts';
import { dalian, lishui } from './cities.ts';
import { csvWorkbook, officeWorkbook } from './make-workbook.ts';
import { fieldsOf, findingsOf, listed, skipsOf } from './read-row.ts';

const may = (book: Workbook, city: Dictionary, ...names: string[]) =>
  readReports(book, city, {
    month: '2023-05',
    receivedOn: '2023-06-06',
    projects: listed(...names),
    earlier: new Map(),
  });
const day = (iso: string) => new Date(`${iso}T00:00:00Z`);

describe('sheets that hold no project rows', async () => {
  const table = [
    ['项目名称', '本月完成', '本年累计'],
    ['甲工程', 1, 2],
    ['乙工程', 3, 4],
  ];
  const book = await officeWorkbook(
    {
      name: '汇总表',
      rows: [
        ['各地区完成情况'],
        ['地区', '项目个数', '总投资', '年度计划', '完成投资', '完成率'],
        ['中山区', 3, 100, 50, 20, 0.4],
        ['西岗区', 2, 100, 50, 20, 0.4],
      ],
    },
    { name: '上月', hidden: true, rows: table },
    { name: '填表说明', rows: [['一、金额单位为亿元'], ['二、按月报送']] },
    { name: 'Sheet4', rows: [] },
    { name: '明细', rows: table },
  );
  const result = may(book, dalian, '甲工程', '乙工程');
  test('are left out, each with its reason', () => {
    expect(result.sheets.map((s) => [s.name, s.why])).toEqual([
      ['汇总表', 'no-projects'],
      ['上月', 'hidden'],
      ['填表说明', 'instructions'],
      ['Sheet4', 'empty'],
      ['明细', undefined],
    ]);
    expect(result.sheets[1]?.doubts).toEqual(['工作表“上月”被隐藏，未读入']);
  });
  test('yet the unit of the instructions counts', () =>
    expect(fieldsOf(result, 'name', 'cumFen')).toEqual([
      ['甲工程', 20000],
      ['乙工程', 40000],
    ]));
});

describe('pages printed one after another: title, header and page sum again and again', async () => {
  const rows = [
    ['5月调度表（单位：万元）'],
    ['序号', '项目名称', '当月完成', '年累计完成', '存在困难'],
    [1, '甲工程', 1, 2, '无'],
    ['本页小计', null, 1, 2],
    ['5月调度表（单位：万元）'],
    ['序号', '项目名称', '当月完成', '年累计完成', '存在困难'],
    [2, '乙工程', 1, 2, '无'],
    ['本页小计', null, 1, 2],
    ['总计', null, 2, 4],
  ];
  const result = may(await officeWorkbook({ rows }), dalian, '甲工程', '乙工程');
  test('rows', () =>
    expect(skipsOf(result)).toBe('1 title, 2 header, 4 subtotal, 5 title, 6 header, 8 subtotal, 9 total'));
  test('records', () =>
    expect(fieldsOf(result, 'name', 'cumFen')).toEqual([
      ['甲工程', 2],
      ['乙工程', 2],
    ]));
});

describe('title and unit on one line, line breaks everywhere, struck and empty-looking rows', async () => {
  const book = await officeWorkbook({
    rows: [
      ['金普新区5月重点项目情况', null, null, null, '单位：万元'],
      ['名 称', '完成投资\n(当月)', '完成投资\n(本年累计)', '开工\n情况', '进度'],
      ['甲\n工程', 1, 2, '已开工（2023年3月）', '文字'],
      [
        { v: '乙工程', struck: true },
        { v: 1, struck: true },
        { v: 3, struck: true },
      ],
      ['丙工程', null, null, '拟6月开工'],
      [' ', '　', null, null],
      ['—', '—', '—'],
      [null, 3, 4],
    ],
    trailing: 2,
  });
  const result = may(book, dalian, '甲工程', '乙工程', '丙工程');
  test('records', () => {
    expect(fieldsOf(result, 'name', 'district', 'monthFen', 'cumFen', 'started')).toEqual([
      ['甲工程', '金普新区', 1, 2, true],
      ['乙工程', '金普新区', 1, 3, null],
      ['丙工程', '金普新区', null, null, false],
      [null, 'rejected'],
    ]);
    expect(findingsOf(result)).toEqual(['A4 row-struck', 'C5 cum-missing', 'A8 name-missing']);
    expect(skipsOf(result)).toBe('1 title, 2 header, 6 blank, 7 blank, 9 blank, 10 blank');
  });
});

describe('section rows without number, count or merged cell', async () => {
  const rows = [
    ['序号', '项目名称', '项目代码', '当月完成（万元）', '本年累计（万元）'],
    [null, '交通运输'],
    [1, '甲工程', '—', 1, 2],
    [2, '乙工程', '—', 1, 2],
    [null, '农业水利'],
    [3, '丙工程', '—', 1, 2],
    [null, '合 计', null, 3, 6],
  ];
  const result = may(await officeWorkbook({ rows }), dalian, '甲工程', '乙工程', '丙工程');
  test('are known by the missing number', () => {
    expect(skipsOf(result)).toBe('1 header, 2 section, 5 section, 7 total');
    expect(result.rows).toHaveLength(3);
  });
});

describe('CSV from an office’s system', async () => {
  const book = await csvWorkbook(
    '项目代码,项目名称,区县,当月完成投资（万元）,年度累计完成投资（万元）,是否开工,是否入库\n2201-331102-04-01-123456,丽水站改造,莲都区,"1,200.5","5,000",是,是\n,青田大桥,青田,0,0,否,否\n',
  );
  test('is read like a sheet', () => {
    expect(
      fieldsOf(
        may(book, lishui, '丽水站改造', '青田大桥'),
        'name',
        'code',
        'district',
        'monthFen',
        'started',
        'entered',
      ),
    ).toEqual([
      ['丽水站改造', '2201-331102-04-01-123456', '莲都区', 1200.5, true, true],
      ['青田大桥', null, '青田县', '0', false, false],
    ]);
  });
});

describe('headers with explanations, a percent for progress, dates in every manner', async () => {
  const book = await officeWorkbook({
    rows: [
      [
        '工程名称',
        '地区',
        '实际完成投资额(万元)',
        '累计完成投资额(万元)',
        '形象进度',
        '是否开工（填写已开工/未开工）',
        '开工日期',
        '填报日期（年/月/日）',
        '存在问题（没有填无）',
        '联系人（手机）',
      ],
      [
        '乙工程',
        '市本级',
        5,
        6,
        { v: 0.25, format: '0%' },
        '已开工',
        45_047,
        day('2023-06-02'),
        '无',
        '赵 13900001111',
      ],
      ['丙工程', '全市', 5, 6, '25%', '在建', '2023.02.30', '2023/6/3', '无', '赵 13900001111'],
    ],
  });
  const result = may(book, dalian, '乙工程', '丙工程');
  test('records', () => {
    expect(
      fieldsOf(
        result,
        'district',
        'monthFen',
        'cumFen',
        'progress',
        'started',
        'actualStart',
        'reportedOn',
        'problem',
        'reporter',
      ),
    ).toEqual([
      ['市本级', 5, 6, '25%', true, '2023-05-01', '2023-06-02', null, '赵'],
      ['丙工程', 'rejected'],
    ]);
    expect(findingsOf(result)).toEqual(['G2 date-serial', 'B3 alias-resolved', 'G3 date-impossible']);
  });
});

describe('the wrong month', async () => {
  const rows = [
    ['2023年4月重点项目进展'],
    ['项目名称', '4月完成（万元）', '1-4月累计（万元）'],
    ['甲工程', 1, 2],
  ];
  const result = may(await officeWorkbook({ name: '4月', rows }), dalian, '甲工程');
  test('is not taken for the right one, and is doubted', () => {
    expect(fieldsOf(result, 'monthFen', 'cumFen')).toEqual([[null, null]]);
    expect(result.sheets[0]?.doubts).toContain('工作表“4月”写的是4月，本次导入的是5月，请核对');
  });
});

describe('the same header under one district’s title after another, and a total of them all', async () => {
  const header = ['序号', '项目名称', '当月完成（万元）', '本年累计（万元）'];
  const rows = [
    ['中山区2023年5月重点项目'],
    header,
    [1, '甲工程', 1, 2],
    ['合计', null, 1, 2],
    [],
    ['西岗区2023年5月重点项目'],
    header,
    [1, '乙工程', 10, 20],
    ['合计', null, 10, 20],
    ['全市总计', null, 11, 22],
  ];
  const result = may(await officeWorkbook({ rows }), dalian, '甲工程', '乙工程');
  test('each row has its own district', () => {
    expect(fieldsOf(result, 'name', 'district')).toEqual([
      ['甲工程', '中山区'],
      ['乙工程', '西岗区'],
    ]);
  });
  test('no sum is wrong', () => expect(findingsOf(result)).toEqual([]));
});

describe('a sheet of problems beside the report', async () => {
  const book = await officeWorkbook(
    {
      name: '进展',
      rows: [
        ['总序号', '分序号', '项目名称', '本月完成（万元）', '本年累计（万元）'],
        [1, 1, '甲工程', 1, 2],
        [2, 2, null, null, null],
        ['第1页，共2页'],
      ],
    },
    {
      name: '问题',
      rows: [
        ['序号', '项目名称', '存在问题', '责任单位', '解决时限'],
        [1, '甲工程', '征地', '甲县', '6月底'],
      ],
    },
  );
  const result = may(book, dalian, '甲工程');
  test('is not taken for a second report', () => {
    expect(fieldsOf(result, 'name', 'cumFen')).toEqual([['甲工程', 2]]);
    expect(result.sheets[1]).toMatchObject({
      ignored: true,
      doubts: ['工作表“问题”没有投资或进展列，未读入'],
    });
    expect(skipsOf(result)).toBe('1 header, 3 blank, 4 note');
  });
});
