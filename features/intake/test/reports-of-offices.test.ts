import { describe, expect, test } from 'vitest';
import type { Workbook } from '#sheets';
import type { Dictionary } from '../domain/dictionary.ts';
import { readReports } from '../domain/read-reports.ts';
import { dalian, lishui } from './cities.ts';
import { officeWorkbook } from './make-workbook.ts';
import { columnsOf, fieldsOf, findingsOf, listed, skipsOf } from './read-row.ts';

const may = (book: Workbook, city: Dictionary, ...names: string[]) =>
  readReports(book, city, {
    month: '2023-05',
    receivedOn: '2023-06-06',
    projects: listed(...names),
    earlier: new Map(),
  });

describe('two months side by side, the table set in from the corner, 元, a blank column, no merged cell', async () => {
  const book = await officeWorkbook({
    name: '月报',
    rows: [
      [],
      [],
      ['', '金普新区重点项目投资完成情况'],
      ['', '填报单位：金普新区发改局', null, null, null, null, '单位:元'],
      [],
      ['', '项目名称', '', '4月', '', '5月', '', '工程进展', '存在问题及需协调事项'],
      ['', '', '', '当月完成', '累计完成', '当月完成', '累计完成'],
      ['', '金州湾国际机场', '', 1000000, 3000000, 2000000, 5000000, '路基施工', '无'],
      ['', '登沙河大桥（演示）', '', 0, 0, 10000, 10000, '桩基', '用地指标不足，请市发改委协调'],
    ],
  });
  const result = may(book, dalian, '金州湾国际机场', '登沙河大桥（演示）');
  test('May is read, April is not', () => {
    expect(columnsOf(result)).toMatchObject({
      '4月/当月完成': null,
      '4月/累计完成': null,
      '5月/当月完成': 'monthFen',
      '5月/累计完成': 'cumFen',
    });
    expect(
      fieldsOf(result, 'name', 'district', 'monthFen', 'cumFen', 'problem', 'problemDepts', 'projectKey'),
    ).toEqual([
      ['金州湾国际机场', '金普新区', 200, 500, null, [], 'P1'],
      ['登沙河大桥（演示）', '金普新区', 1, 1, '用地指标不足，请市发改委协调', ['市发展改革委'], 'P2'],
    ]);
  });
  test('rows', () =>
    expect(skipsOf(result)).toBe('1 blank, 2 blank, 3 title, 4 unit, 5 blank, 6 header, 7 header'));
});

describe('several tables on one sheet, each with its own header, unit and title', async () => {
  const book = await officeWorkbook({
    name: '汇总',
    rows: [
      ['2023年5月续建项目进展'],
      ['序号', '项目名称', '属地', '本月完成投资(万元)', '1-5月累计(万元)', '形象进度'],
      [1, 'A工程', '甘井子', 100, 500, '主体'],
      [2, 'B工程', '同上', 50, 80, '基础'],
      ['合计', null, null, 150, 580],
      [],
      ['2023年5月新开工项目进展'],
      ['单位：亿元'],
      ['序号', '名称', '责任地区', '是否开工', '开工时间', '当月投资', '本年累计', '进展情况', '问题'],
      [1, 'C工程', '旅顺', '已开工', '2023年4月', 0.5, 1.2, '打桩', '无'],
      [2, 'D工程', '〃', '未开工', null, 0, 0, '办理手续', null],
      ['小计', null, null, null, null, 0.5, 1.2],
      ['填表人：张三   联系电话：0411-88888888'],
    ],
  });
  const result = may(book, dalian, 'A工程', 'B工程', 'C工程', 'D工程');
  test('records', () => {
    expect(fieldsOf(result, 'name', 'district', 'monthFen', 'cumFen', 'started', 'actualStart')).toEqual([
      ['A工程', '甘井子区', 100, 500, null, null],
      ['B工程', '甘井子区', 50, 80, null, null],
      ['C工程', '旅顺口区', 5000, 12000, true, '2023-04'],
      ['D工程', '旅顺口区', '0', '0', false, null],
    ]);
  });
  test('rows', () =>
    expect(skipsOf(result)).toBe(
      '1 title, 2 header, 5 total, 6 blank, 7 title, 8 unit, 9 header, 12 subtotal, 13 signature',
    ));
  test('同上 repeats the finding too', () =>
    expect(findingsOf(result)).toEqual([
      'C3 alias-resolved',
      'C4 alias-resolved',
      'C10 alias-resolved',
      'C11 alias-resolved',
    ]));
});

describe('districts merged down their rows, the header printed again, sections after their rows', async () => {
  const book = await officeWorkbook({
    name: '5月',
    rows: [
      ['各地重点项目5月份进展（单位：亿元）'],
      [
        '地区',
        '序号',
        '项目',
        '5月份完成',
        '1—5月累计完成',
        '完成年计划(%)',
        '目前进展',
        '困难问题',
        '需市级协调问题',
        '联系人及电话',
      ],
      ['甘井子', 1, '甲工程', 0.1, 0.5, 0.3, '桩基', '无', '无', '张三13800138000'],
      [null, 2, '乙工程', 0.2, 0.6, 0.3, '主体', '资金紧张', '请市财政局支持', '李四 0411-86668888'],
      [null, null, '小计', 0.3, 1.1],
      ['旅顺', 3, '丙工程', '0.3', '11000万元', 0.3, '装修', null, null, '王五'],
      [
        '地区',
        '序号',
        '项目',
        '5月份完成',
        '1—5月累计完成',
        '完成年计划(%)',
        '目前进展',
        '困难问题',
        '需市级协调问题',
        '联系人及电话',
      ],
      ['长海', 4, '丁工程', 0, '—', 0, '—', null, null, null],
      [null, 5, null, null, null, null, null],
      ['总   计', null, null, 0.6, 2.2],
      ['注：1.完成投资以统计口径为准；'],
      ['2.未开工项目填写前期进展，已开工项目填写形象进度。'],
    ],
    merges: ['A3:A5', 'A1:J1', 'A11:J11', 'A12:J12'],
  });
  const result = may(book, dalian, '甲工程', '乙工程', '丙工程', '丁工程');
  test('records', () => {
    expect(
      fieldsOf(result, 'name', 'district', 'monthFen', 'cumFen', 'matter', 'problemDepts', 'reporter'),
    ).toEqual([
      ['甲工程', '甘井子区', 1000, 5000, null, [], '张三'],
      ['乙工程', '甘井子区', 2000, 6000, '请市财政局支持', ['市财政局'], '李四'],
      ['丙工程', '旅顺口区', 3000, 11000, null, [], '王五'],
      ['丁工程', '长海县', '0', null, null, [], null],
    ]);
  });
  test('a merged cell’s finding is on every row it spans', () => {
    expect(findingsOf(result)).toEqual([
      'A3 alias-resolved',
      'A4 alias-resolved',
      'A6 alias-resolved',
      'E6 unit-in-cell',
      'A8 alias-resolved',
      'E8 cum-missing',
    ]);
  });
  test('rows', () =>
    expect(skipsOf(result)).toBe(
      '1 title, 2 header, 5 subtotal, 7 header, 9 blank, 10 total, 11 note, 12 note',
    ));
});

describe('Lishui: a county’s own workbook, done this year beside done since the start', async () => {
  const book = await officeWorkbook({
    name: '5月',
    rows: [
      ['2023年5月丽水市重点建设项目进度表'],
      [
        '填报单位：青田县发展和改革局',
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        '填报日期：2023年6月3日',
        null,
        null,
        '单位：万元',
      ],
      [
        '序号',
        '项目名称',
        '总投资',
        '2023年计划投资',
        '5月实际完成投资',
        '1-5月实际完成投资',
        '完成年度计划(%)',
        '开工至今累计完成投资',
        '占总投资(%)',
        '本月形象进度',
        '存在问题',
        '需市级协调解决问题',
        '责任单位',
        '填报人',
      ],
      [
        1,
        '青田港工程',
        50000,
        10000,
        1000,
        4000,
        0.4,
        20000,
        0.4,
        '码头桩基',
        '无',
        '无',
        '青田县政府',
        '王',
      ],
      [
        2,
        '瓯江大桥',
        30000,
        8000,
        500,
        3000,
        0.375,
        9000,
        0.3,
        '引桥',
        '征地难',
        '请市资规局协调',
        '青田县政府',
        '王',
      ],
      ['合  计', null, 80000, 18000, 1500, 7000],
    ],
  });
  const result = may(book, lishui, '青田港工程', '瓯江大桥');
  test('records', () => {
    expect(fieldsOf(result, 'name', 'district', 'monthFen', 'cumFen', 'progress', 'problemDepts')).toEqual([
      ['青田港工程', '青田县', 1000, 4000, '码头桩基', []],
      ['瓯江大桥', '青田县', 500, 3000, '引桥', ['市自然资源和规划局']],
    ]);
  });
  test('nothing is in doubt', () => {
    expect(result.sheets[0]?.doubts).toEqual([]);
    expect(findingsOf(result)).toEqual([]);
    expect(result.skip.at(-1)).toMatchObject({
      why: 'total',
      asserted: true,
      statedFen: { plan: '18000000000', monthFen: '1500000000', cumFen: '7000000000' },
    });
  });
});

describe('a tab per district; 是 and 否 in two columns; units in a row of their own', async () => {
  const book = await officeWorkbook(
    {
      name: '甘井子区（2）',
      rows: [
        ['项目名称', '投资完成', null, '是否开工', null, '进展'],
        [null, '本月', '累计', '是', '否', null],
        [null, '（万元）', '（万元）', null, null, null],
        ['甲工程', '10', '20', '√', null, '打桩'],
        ['乙工程', '0', '0', null, '√', '办理手续'],
      ],
      merges: ['A1:A2', 'B1:C1', 'D1:E1', 'F1:F2'],
    },
    {
      name: '2.西岗区',
      rows: [
        ['项目名称', '本月完成(元)', '自年初累计完成(元)'],
        ['丙工程', '1,000,000.00', '2,000,000.00'],
        ['合计', '1,000,000.00', '2,000,000.00'],
      ],
    },
    { name: '长海县', rows: [['项目名称', '本月完成(元)', '自年初累计完成(元)'], [], ['本月无填报项目']] },
  );
  const result = may(book, dalian, '甲工程', '乙工程', '丙工程');
  test('records', () => {
    expect(fieldsOf(result, 'name', 'district', 'monthFen', 'cumFen', 'started')).toEqual([
      ['甲工程', '甘井子区', 10, 20, true],
      ['乙工程', '甘井子区', '0', '0', false],
      ['丙工程', '西岗区', 100, 200, null],
    ]);
  });
  test('rows', () =>
    expect(skipsOf(result)).toBe(
      '1 header, 2 header, 3 header, 1 header, 3 total, 1 header, 2 blank, 3 note',
    ));
});
