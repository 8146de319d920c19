import { describe, expect, test } from 'vitest';
import type { Mapping } from '../domain/column.ts';
import { detectKind } from '../domain/detect-kind.ts';
import { readList } from '../domain/read-list.ts';
import { readReports } from '../domain/read-reports.ts';
import { dalian } from './cities.ts';
import { columnsOf, fieldsOf } from './read-row.ts';
import { workbookOf } from './sheet-of.ts';

const odd = [
  ['项目', '哪儿的', '投了多少', '今年打算', '干到哪了'],
  ['甲工程', '庄河市', 1000, 100, '打桩'],
  ['乙工程', '长海县', 2000, 200, '主体'],
  ['丙工程', '长海县', 3000, 300, '装修'],
];

describe('a mapping corrected by a person', () => {
  const proposed = readList(workbookOf(odd), dalian, { year: 2023 });
  test('starts from columns that say they were not understood', () => {
    expect(columnsOf(proposed)).toMatchObject({ 项目: 'name', 哪儿的: null, 投了多少: null });
    expect(proposed.sheets[0]?.doubts.join()).toContain('请指定各列的含义');
  });

  const corrected: Mapping = {
    columns: [
      { header: '哪儿的', field: 'places' },
      { header: '投了多少', field: 'totalFen', unit: '亿元' },
      { header: '今年打算', field: 'planYearFen' },
    ],
    unit: '千元',
  };
  test('is followed by header, wherever the column stands', () => {
    const moved = odd.map((row) => [...row].reverse());
    for (const rows of [odd, moved]) {
      const read = readList(workbookOf(rows), dalian, { year: 2023, mapping: corrected });
      expect(fieldsOf(read, 'name', 'districts', 'totalFen', 'planYearFen')[0]).toEqual([
        '甲工程',
        ['庄河市'],
        10_000_000,
        10,
      ]);
    }
  });
  test('can also say that a column is nothing', () => {
    const rows = [
      ['项目名称', '责任地区', '总投资（万元）', '建设内容'],
      ['甲', '庄河市', 9, '道路'],
    ];
    const read = readList(workbookOf(rows), dalian, {
      year: 2023,
      mapping: { columns: [{ header: '总投资（万元）', field: null }] },
    });
    expect(fieldsOf(read, 'name', 'totalFen')).toEqual([['甲', null]]);
  });
  test('comes back whole with every reading, and reads the same again', () => {
    const first = readList(workbookOf(odd), dalian, { year: 2023, mapping: corrected });
    const again = readList(workbookOf(odd), dalian, { year: 2023, mapping: first.mapping });
    expect(again.rows).toEqual(first.rows);
  });
  test('finds the projects of a sheet that was taken for a summary', () => {
    const rows = [
      ['单体', '总投资（万元）', '本月完成（万元）', '本年累计（万元）', '形象进度'],
      ['甲工程', 100, 1, 2, '打桩'],
    ];
    const setting = { month: '2023-05', receivedOn: '2023-06-05', projects: [], earlier: new Map() } as const;
    const without = readReports(workbookOf(rows), dalian, setting);
    expect(without.sheets[0]).toMatchObject({
      ignored: true,
      why: 'no-projects',
      columns: [{ header: '单体', field: null }, {}, {}, {}, {}],
    });
    const read = readReports(workbookOf(rows), dalian, {
      ...setting,
      mapping: { columns: [{ header: '单体', field: 'name' }] },
    });
    expect(fieldsOf(read, 'name', 'cumFen')).toEqual([['甲工程', 2]]);
  });
});

describe('the kind of a workbook', () => {
  test.each([
    [['项目名称', '建设内容', '建设年限', '总投资', '2023年计划投资', '资金来源', '建设单位'], 'list'],
    [['项目名称', '总投资', '年度计划', '本月完成', '1-5月累计', '形象进度', '存在问题'], 'report'],
    [['姓名', '部门', '电话'], undefined],
  ])('%j is %s', (header, kind) => {
    expect(
      detectKind(workbookOf([header, header.map((_, i) => (i === 0 ? '甲工程' : i))]), dalian, 2023),
    ).toBe(kind);
  });
});
