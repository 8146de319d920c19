import { describe, expect, test } from 'vitest';
import { readList } from '../domain/read-list.ts';
import { dalian } from './cities.ts';
import { officeWorkbook } from './make-workbook.ts';
import { fieldsOf, findingsOf, skipsOf } from './read-row.ts';

const day = (iso: string) => new Date(`${iso}T00:00:00Z`);
const tens = Array<number>(12).fill(10);

describe('千元, months as bare figures, every sum above its rows', async () => {
  const rows = [
    ['2023年大连市重点项目年度投资计划表（续建）', ...Array<null>(17).fill(null), '计量单位：千元'],
    [
      '编号',
      '工程名称',
      '属地',
      '项目赋码',
      '投资额',
      '2022年底前累计完成投资',
      '2023年投资任务',
      '分月投资任务',
      ...Array<null>(11).fill(null),
      '完成比例',
    ],
    [...Array<null>(7).fill(null), 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, null],
    ['合计', null, null, null, 600, 100, 240, ...Array<number>(12).fill(20), 0.4],
    ['中山区小计', null, null, null, 300, 50, 120, ...tens],
    ['(1)', '甲项目', '中山区', '2201-210202-04-01-123456', 300, 50, 120, ...tens, { v: 0.5, format: '0%' }],
    ['西岗区小计', null, null, null, 300, 50, 130, ...tens],
    ['(2)', '乙项目', '西岗区', '22012102020401123457', 300, 50, 120, ...tens, { error: '#DIV/0!' }],
  ];
  const merges = ['A2:A3', 'B2:B3', 'C2:C3', 'D2:D3', 'E2:E3', 'F2:F3', 'G2:G3', 'H2:S2', 'T2:T3'];
  const result = readList(await officeWorkbook({ name: '2023年计划', rows, merges }), dalian, { year: 2023 });
  test('records', () => {
    expect(fieldsOf(result, 'seq', 'name', 'code', 'stage', 'totalFen', 'planYearFen')).toEqual([
      ['(1)', '甲项目', '2201-210202-04-01-123456', '在建', 30, 12],
      ['(2)', '乙项目', '2201-210202-04-01-123457', '在建', 30, 12],
    ]);
    expect(result.rows[0]?.record?.monthPlanFen).toEqual(Array(12).fill('1000000'));
  });
  test('the one wrong sum is the one of 西岗区', () => {
    expect(findingsOf(result)).toEqual([
      'G7 subtotal-mismatch',
      'T8 cell-error-derived',
      'D8 code-normalised',
    ]);
    expect(skipsOf(result)).toBe('1 title, 2 header, 3 header, 4 total, 5 subtotal, 7 subtotal');
  });
});

describe('sections within sections, lists ticked in columns of their own, no merged cell', async () => {
  const book = await officeWorkbook({
    name: '清单',
    rows: [
      ['大连市2023年重点项目清单'],
      [null, null, null, null, null, null, null, '单位：亿元'],
      [
        '序号',
        '项目名称',
        '建设内容',
        '建设年限',
        '总投资',
        '截至上年底累计',
        '2023年计划',
        '业主单位',
        '市级重点',
        '亿元以上',
        '备注',
      ],
      ['一', '金普新区（3个）'],
      ['（一）', '续建项目（2个）'],
      [1, 'A', '内容A', '2021-2023', 10, 5, 3, '甲公司', '√', '√', '无'],
      [2, 'B', '内容B', '2021-2023', 10, 5, 3, '甲公司', '√', null, ''],
      ['（二）', '新开工项目（1个）'],
      [3, 'C', '内容C', '2023-2024', 0.8, 0, 0.5, '乙公司', null, null, ''],
      ['二', '庄河市'],
      ['(一)', '前期项目'],
      [4, 'D', '内容D', '2024-2025', 8, null, null, '丙公司', null, '√', ''],
    ],
  });
  const result = readList(book, dalian, { year: 2023 });
  test('each row has the district and stage it stands under', () => {
    expect(fieldsOf(result, 'name', 'districts', 'stage', 'lists')).toEqual([
      ['A', ['金普新区'], '在建', ['若干重大工程（市级重点）项目', '亿元以上重大投资项目']],
      ['B', ['金普新区'], '在建', ['若干重大工程（市级重点）项目']],
      ['C', ['金普新区'], '新开工', []],
      ['D', ['庄河市'], '前期', ['亿元以上重大投资项目']],
    ]);
  });
  test('no finding, no doubt', () => {
    expect(findingsOf(result)).toEqual([]);
    expect(result.sheets[0]?.doubts).toEqual([]);
  });
});

describe('month headers that are dates, units per column, the stage in 项目类别, several districts in a cell', async () => {
  const months = Array.from({ length: 12 }, (_, i) => day(`2023-${String(i + 1).padStart(2, '0')}-01`));
  const book = await officeWorkbook({
    name: '计划',
    rows: [
      ['2023年重点项目'],
      [
        '序号',
        '项目名称',
        '项目类别',
        '建设地点',
        '总投资（亿元）',
        '2023年计划（万元）',
        '开工时间',
        '竣工时间',
        ...months,
      ],
      ['A01', '甲', '续建', '金普新区\n甘井子区', 1.2, 120, '2021年3月', '2024年底', ...tens],
      ['A02', '乙', '新建', '大连市中山区', 0.5, 120, '2023年3月', '2025.6', ...tens],
      ['A03', '丙', '续建', '瓦房店市、庄河市', 0.5, 120, day('2022-03-01'), 2025, ...tens],
      ['A04', '丁', '前期', '甘井子区革镇堡街道', 0.5, '/', '待定', '无'],
    ],
  });
  const result = readList(book, dalian, { year: 2023 });
  test('records', () => {
    expect(
      fieldsOf(
        result,
        'name',
        'stage',
        'districts',
        'totalFen',
        'planYearFen',
        'periodStart',
        'periodEnd',
        'plannedStart',
      ),
    ).toEqual([
      ['甲', '在建', ['金普新区', '甘井子区'], 12000, 120, '2021-03', '2024-12', null],
      ['乙', '新开工', ['中山区'], 5000, 120, '2023-03', '2025-06', null],
      ['丙', '在建', ['瓦房店市', '庄河市'], 5000, 120, '2022-03-01', '2025', null],
      ['丁', '前期', ['甘井子区'], 5000, null, null, null, null],
    ]);
  });
  test('months take the plan’s unit', () =>
    expect(result.rows[0]?.record?.monthPlanFen?.[11]).toBe('10000000'));
  test('findings', () =>
    expect(findingsOf(result)).toEqual(['D4 alias-resolved', 'D6 alias-resolved', 'G6 date-unreadable']));
});

describe('month plans that add up as they go, though no header says so', async () => {
  const up = [10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 110, 120];
  const header = [
    '项目名称',
    '属地',
    '总投资（万元）',
    '2023年投资计划（万元）',
    ...Array.from({ length: 12 }, (_, i) => `${i + 1}月`),
  ];
  const names = ['甲', '乙', '丙', '丁'];
  test('the figures show it', async () => {
    const rows = [header, ...names.map((n) => [n, '庄河市', 900, 120, ...up])];
    const result = readList(await officeWorkbook({ rows }), dalian, { year: 2023 });
    expect(result.rows.map((r) => r.record?.monthPlanFen?.[6])).toEqual(Array(4).fill('10000000'));
    expect(result.sheets[0]?.cumulative).toBe(true);
    expect(findingsOf(result)).toEqual([]);
  });
  test('a note says it', async () => {
    const rows = [header, ['甲', '庄河市', 900, 120, ...up], ['注：分月计划为累计数。']];
    const result = readList(await officeWorkbook({ rows }), dalian, { year: 2023 });
    expect(result.rows[0]?.record?.monthPlanFen?.[11]).toBe('10000000');
  });
  test('months that add to the plan are not', async () => {
    const rows = [header, ...names.map((n) => [n, '庄河市', 900, 120, ...tens])];
    const result = readList(await officeWorkbook({ rows }), dalian, { year: 2023 });
    expect(result.sheets[0]?.cumulative).toBeUndefined();
    expect(findingsOf(result)).toEqual([]);
  });
});

describe('plans by quarter', async () => {
  const rows = [
    ['项目名称', '总投资(万元)', '2023年投资计划(万元)', null, null, null, null, '清单类别'],
    [null, null, '一季度', '二季度', '三季度', '四季度', '全年', null],
    ['总计（2项）', 200, 2, 4, 6, 8, 20],
    ['甲', 100, 1, 2, 3, 4, 10, '亿元以上'],
    ['乙', 100, 1, 2, 3, 5, 10, '战略性新兴产业项目'],
  ];
  const result = readList(await officeWorkbook({ name: '新开工项目', rows }), dalian, { year: 2023 });
  test('stand in the last month of each', () => {
    const [first] = result.rows;
    expect(first?.record?.monthPlanFen?.map((f) => f && Number(f) / 1e6)).toEqual([
      null,
      null,
      1,
      null,
      null,
      2,
      null,
      null,
      3,
      null,
      null,
      4,
    ]);
  });
  test('and must add up', () =>
    expect(findingsOf(result)).toEqual(
      ['F3 subtotal-mismatch', 'C5 plan-sum-mismatch'].map((f) => f.replace('C5', 'G5')),
    ));
});

describe('odd places for the unit', () => {
  const row = ['甲', '庄河市', 100, 20];
  const header = ['项目名称', '属地', '总投资', '2023年计划投资'];
  const read = async (...rows: (string | number | null)[][]) =>
    readList(await officeWorkbook({ rows }), dalian, { year: 2023 });
  test.each<[string, (string | number | null)[][], number]>([
    ['in the title', [['重点项目清单（单位：亿元）'], header, row], 1_000_000],
    ['at the right of the title', [['重点项目清单', null, null, '单位：元'], header, row], 0.01],
    ['alone in a cell', [[null, null, null, '（千元）'], header, row], 10],
    ['金额单位：人民币万元', [['金额单位：人民币万元'], header, row], 100],
    ['in a row under the header', [header, [null, null, '（亿元）', '（亿元）'], row], 1_000_000],
    ['in a note below', [header, row, [], ['注：表中金额单位为亿元，保留两位小数。']], 1_000_000],
    ['with another unit beside it', [['单位：亿元、%'], header, row], 1_000_000],
    [
      'at the end of the header',
      [['项目名称', '属地', '总投资/亿元', '2023年计划投资/亿元'], row],
      1_000_000,
    ],
    ['nowhere: 万元, and a doubt', [header, row], 100],
  ])('%s', async (_, rows, expected) =>
    expect(fieldsOf(await read(...rows), 'totalFen')).toEqual([[expected === 0.01 ? 0.01 : expected]]),
  );
  test('「亿元以上」 in a title is no unit', async () => {
    const result = await read(['2023年亿元以上重大投资项目清单'], ['单位：万元'], header, row);
    expect(fieldsOf(result, 'totalFen')).toEqual([[100]]);
  });
  test('only an unstated unit is a doubt', async () => {
    expect((await read(header, row)).sheets[0]?.doubts.join()).toContain('没有写明金额单位');
    expect((await read(['单位：万元'], header, row)).sheets[0]?.doubts).toEqual([]);
  });
});

describe('telephones', () => {
  const read = async (header: string[], row: string[]) =>
    fieldsOf(
      readList(
        await officeWorkbook({
          rows: [
            ['项目名称', '属地', '总投资（万元）', ...header],
            ['甲', '庄河市', '9', ...row],
          ],
        }),
        dalian,
        { year: 2023 },
      ),
      'secretary',
      'secretaryPhone',
    );
  test('the one beside the secretary, not the company’s', async () => {
    expect(
      await read(['联系电话', '服务秘书', '联系电话'], ['0411-11111111', '林学', '0411-00004815']),
    ).toEqual([['林学', '0411-00004815']]);
    expect(await read(['建设单位', '联系电话'], ['甲公司', '0411-11111111'])).toEqual([[null, null]]);
  });
  test('in the secretary’s own cell', async () => {
    expect(await read(['项目秘书及电话'], ['林学（0411-00004815）'])).toEqual([['林学', '0411-00004815']]);
    expect(await read(['服务秘书'], ['林学 0411-88886666'])).toEqual([['林学', '0411-88886666']]);
  });
});
