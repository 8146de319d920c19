import { describe, expect, test } from 'vitest';
import { readList } from '../domain/read-list.ts';
import { lishui } from './cities.ts';
import { officeWorkbook } from './make-workbook.ts';
import { columnsOf, fieldsOf, findingsOf, skipsOf } from './read-row.ts';

describe('Lishui’s plan of key projects: three header rows, a row of numbers, cumulative quarters, sum first', async () => {
  const book = await officeWorkbook({
    name: '重点建设项目',
    rows: [
      ['附件1'],
      ['丽水市2023年市重点建设项目计划表'],
      [null, null, null, null, null, null, null, null, null, null, null, null, null, '单位：万元'],
      [
        '序号',
        '县(市、区)',
        '项目基本情况',
        null,
        null,
        null,
        null,
        '投资情况',
        null,
        null,
        null,
        null,
        null,
        '领办领导',
      ],
      [
        null,
        null,
        '项目名称',
        '建设规模及内容',
        '建设年限',
        null,
        '建设单位',
        '总投资',
        '至2022年底累计完成',
        '2023年计划',
        null,
        null,
        null,
        null,
      ],
      [
        null,
        null,
        null,
        null,
        '开工年份',
        '竣工年份',
        null,
        null,
        null,
        '全年',
        '1-3月',
        '1-6月',
        '1-9月',
        null,
      ],
      ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12', '13', '14'],
      ['合计', null, null, null, null, null, null, 330000, 60000, 90000, 9000, 30000, 60000, null],
      ['一', '续建项目（2个）'],
      [
        1,
        '莲都',
        '丽水机场',
        '新建跑道',
        '2020',
        '2024',
        '市机场建设公司',
        200000,
        50000,
        60000,
        6000,
        20000,
        40000,
        '张三',
      ],
      [
        2,
        '缙云',
        '抽水蓄能电站',
        '装机180万千瓦',
        '2019年',
        '2025年',
        '缙云抽蓄公司',
        100000,
        10000,
        20000,
        2000,
        7000,
        14000,
        '李四',
      ],
      ['二', '新开工项目（1个）'],
      [
        1,
        '景宁',
        '千峡湖康养',
        '康养综合体',
        '2023',
        '2026',
        '景宁文旅',
        30000,
        0,
        10000,
        1000,
        3000,
        6000,
        '王五',
      ],
    ],
    merges: [
      'A2:N2',
      'A4:A6',
      'B4:B6',
      'C4:G4',
      'H4:M4',
      'N4:N6',
      'C5:C6',
      'D5:D6',
      'E5:F5',
      'G5:G6',
      'H5:H6',
      'I5:I6',
      'J5:M5',
    ],
  });
  const result = readList(book, lishui, { year: 2023 });

  test('every column has its field, three levels printed as one header', () => {
    expect(columnsOf(result)).toMatchObject({
      '项目基本情况/项目名称': 'name',
      '项目基本情况/建设年限/开工年份': 'periodStart',
      '项目基本情况/建设年限/竣工年份': 'periodEnd',
      '投资情况/至2022年底累计完成': 'doneBeforeFen',
      '投资情况/2023年计划/全年': 'planYearFen',
      '投资情况/2023年计划/1-6月': 'month6',
      领办领导: 'leader',
    });
  });
  test('records', () => {
    expect(
      fieldsOf(
        result,
        'name',
        'districts',
        'stage',
        'periodStart',
        'periodEnd',
        'totalFen',
        'doneBeforeFen',
        'planYearFen',
        'company',
        'leader',
      ),
    ).toEqual([
      ['丽水机场', ['莲都区'], '在建', '2020', '2024', 200000, 50000, 60000, '市机场建设公司', '张三'],
      ['抽水蓄能电站', ['缙云县'], '在建', '2019', '2025', 100000, 10000, 20000, '缙云抽蓄公司', '李四'],
      ['千峡湖康养', ['景宁畲族自治县'], '新开工', '2023', '2026', 30000, '0', 10000, '景宁文旅', '王五'],
    ]);
  });
  test('quarters that add up: the months between repeat what was', () => {
    expect(result.rows[0]?.record?.cumPlanFen?.map((f) => Number(f) / 1e6)).toEqual([
      0, 0, 6000, 6000, 6000, 20000, 20000, 20000, 40000, 40000, 40000, 40000,
    ]);
  });
  test('rows that are no data; sums and counts agree', () => {
    expect(skipsOf(result)).toBe(
      '1 title, 2 title, 3 unit, 4 header, 5 header, 6 header, 7 header, 8 total, 9 section, 12 section',
    );
    expect(findingsOf(result)).toEqual(['B10 alias-resolved', 'B11 alias-resolved', 'B13 alias-resolved']);
  });
});

describe('Lishui’s government investment: nature says the stage, the plan split by source, sections with their sums', async () => {
  const book = await officeWorkbook({
    name: '市本级政府投资项目',
    rows: [
      ['丽水市2023年市本级政府投资项目计划表'],
      [null, null, null, null, null, null, null, null, null, null, null, null, '单位：万元'],
      [
        '序号',
        '项目名称',
        '项目法人\n（建设单位）',
        '建设\n性质',
        '建设规模及主要内容',
        '建设年限',
        '总投资',
        '至2022年底累计完成投资',
        '2023年计划投资',
        null,
        null,
        null,
        '2023年形象进度目标',
        '领办领导',
        '责任部门',
        '备注',
      ],
      [
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        '合计',
        '其中：市财政资金',
        '上级补助',
        '自筹',
        null,
        null,
        null,
        null,
      ],
      ['一', '教育（1项）', null, null, null, null, 1000, 100, 300, 100, 100, 100],
      [
        1,
        '丽水中学扩建',
        '市教育局',
        '续建',
        '扩建',
        '2021-2024',
        1000,
        100,
        300,
        100,
        100,
        100,
        '主体完工',
        '张市长',
        '市发改委',
        '-',
      ],
      ['二', '市政（2项）', null, null, null, null, 3000, 0, 700, 700, 0, 0],
      [
        2,
        '南明湖提升',
        '市建设局',
        '新建',
        '提升',
        '2023-2025',
        2000,
        0,
        400,
        400,
        0,
        0,
        '开工',
        '李市长',
        '市住建局',
        '',
      ],
      [
        3,
        '古堰画乡道路',
        '莲都区交通局',
        '新建',
        '道路',
        '2023-2024',
        1000,
        0,
        300,
        300,
        0,
        0,
        '开工',
        '李市长',
        '市交通局、市资规局',
        '',
      ],
    ],
    merges: [
      'A1:P1',
      'I3:L3',
      'A3:A4',
      'B3:B4',
      'C3:C4',
      'D3:D4',
      'E3:E4',
      'F3:F4',
      'G3:G4',
      'H3:H4',
      'M3:M4',
      'N3:N4',
      'O3:O4',
      'P3:P4',
    ],
  });
  const result = readList(book, lishui, { year: 2023 });
  test('records', () => {
    expect(fieldsOf(result, 'name', 'nature', 'stage', 'planYearFen', 'leadDepts', 'remark')).toEqual([
      ['丽水中学扩建', '续建', '在建', 300, ['市发改委'], null],
      ['南明湖提升', '新建', '新开工', 400, ['市建设局'], null],
      ['古堰画乡道路', '新建', '新开工', 300, ['市交通运输局', '市自然资源和规划局'], null],
    ]);
  });
  test('sections state sums that agree', () => {
    expect(skipsOf(result)).toBe('1 title, 2 unit, 3 header, 4 header, 5 section, 7 section');
    expect(result.skip.at(-1)?.statedFen).toEqual({
      totalFen: '3000000000',
      doneBeforeFen: '0',
      planYearFen: '700000000',
    });
    expect(findingsOf(result)).toEqual(['O8 alias-resolved', 'O9 alias-resolved']);
  });
});
