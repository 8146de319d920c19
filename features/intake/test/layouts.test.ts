import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fenPer, type MoneyUnit } from '#kernel/money';
import { rational, toDecimalText } from '#kernel/rational';
import { readList } from '../domain/read-list.ts';
import { readReports } from '../domain/read-reports.ts';
import { dalian } from './cities.ts';
import { type Plain, workbookOf } from './sheet-of.ts';

/**
 * The same projects in layouts no office was asked to keep: columns in any order and under any wording, blank rows and
 * columns anywhere, any unit, header in one row or two. What is read stays the same.
 */

type Project = {
  name: string;
  code: string;
  place: string;
  industry: string;
  total: bigint;
  before: bigint;
  months: bigint[];
  dept: string;
  company: string;
};

const places = ['中山区', '甘井子区', '金普新区', '庄河市', '长海县', '高新区'];
const project: fc.Arbitrary<Project> = fc.record({
  name: fc
    .tuple(
      fc.constantFrom('大窑湾', '革镇堡', '小窑湾', '石河', '登沙河', '龙王塘'),
      fc.constantFrom('污水处理', '集装箱码头', '智慧物流园', '供热管网', '产业园'),
      fc.constantFrom('项目', '工程', '（一期）工程', '改造项目'),
    )
    .map((p) => p.join('')),
  code: fc.integer({ min: 0, max: 999_999 }).map((n) => `2301-210213-04-01-${String(n).padStart(6, '0')}`),
  place: fc.constantFrom(...places),
  industry: fc.constantFrom('交通', '能源', '工业', '市政'),
  total: wan(10_000, 900_000),
  before: wan(0, 5_000),
  months: fc.array(wan(0, 300), { minLength: 12, maxLength: 12 }),
  dept: fc.constantFrom('市发展改革委', '市交通运输局', '市水务局'),
  company: fc.constantFrom('大连宏卓建设有限公司', '金普新区交通投资有限公司'),
});

/** Whole 百元 of 万元 amounts, so that they stay exact in every unit. */
function wan(min: number, max: number): fc.Arbitrary<bigint> {
  return fc.integer({ min: min * 100, max: max * 100 }).map((n) => BigInt(n) * 10_000n);
}

const unit = fc.constantFrom<MoneyUnit>('元', '千元', '万元', '亿元');
const amountStyle = fc.constantFrom('number', 'text', 'thousands', 'wide');

function amount(fen: bigint, of: MoneyUnit, style: string): Plain {
  const text = toDecimalText(rational(fen, fenPer(of)), 8).replace(/\.?0+$/, '');
  if (style === 'number') return Number(text);
  if (style === 'thousands') return text.replace(/^\d+/, (whole) => whole.replace(/\B(?=(\d{3})+$)/g, ','));
  return style === 'wide' ? text.replace(/\d/g, (d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0)) : text;
}

type Column = { headers: string[]; value: (p: Project, i: number) => Plain };

const layout = fc.record({
  unit,
  style: amountStyle,
  unitIn: fc.constantFrom('header', 'cell', 'title'),
  wordings: fc.array(fc.nat({ max: 50 }), { minLength: 40, maxLength: 40 }),
  order: fc.array(fc.double({ noNaN: true, min: 0, max: 1 }), { minLength: 40, maxLength: 40 }),
  blanks: fc.array(fc.integer({ min: 0, max: 25 }), { maxLength: 3 }),
  blankRows: fc.array(fc.integer({ min: 0, max: 12 }), { maxLength: 3 }),
  above: fc.integer({ min: 0, max: 3 }),
  numbering: fc.boolean(),
});
type Layout = typeof layout extends fc.Arbitrary<infer T> ? T : never;

function laidOut(
  columns: readonly Column[],
  projects: readonly Project[],
  l: Layout,
  money: (header: string) => boolean,
): Plain[][] {
  const sorted = columns.map((column, i) => ({ column, at: l.order[i] ?? 0 })).sort((a, b) => a.at - b.at);
  const header = sorted.map(({ column }, i) => {
    const wording = column.headers[(l.wordings[i] ?? 0) % column.headers.length] ?? '';
    return l.unitIn === 'header' && money(wording) ? `${wording}（${l.unit}）` : wording;
  });
  const rows: Plain[][] = projects.map((p, i) => sorted.map(({ column }) => column.value(p, i)));
  if (l.numbering) rows.unshift(sorted.map((_, i) => i + 1));
  for (const at of l.blankRows)
    rows.splice(
      Math.min(at + (l.numbering ? 1 : 0), rows.length),
      0,
      sorted.map(() => null),
    );
  const width = sorted.length;
  const title: Plain[] = [
    l.unitIn === 'title' ? `2023年重点项目表（单位：${l.unit}）` : '2023年重点项目表',
    ...Array<null>(width - 1).fill(null),
  ];
  const unitRow: Plain[][] =
    l.unitIn === 'cell' ? [[...Array<null>(width - 1).fill(null), `单位：${l.unit}`]] : [];
  const all = [
    ...Array.from({ length: l.above }, () => Array<null>(width).fill(null)),
    title,
    ...unitRow,
    header,
    ...rows,
  ];
  return all.map((row) => withBlanks(row, l.blanks));
}

function withBlanks(row: readonly Plain[], at: readonly number[]): Plain[] {
  const wider = [...row];
  for (const place of at) wider.splice(Math.min(place, wider.length), 0, null);
  return wider;
}

const sum = (amounts: readonly bigint[]) => amounts.reduce((a, b) => a + b, 0n);

describe('a yearly list in any layout', () => {
  const columnsOf = (l: Layout): Column[] => [
    { headers: ['序号', '编号'], value: (_, i) => i + 1 },
    { headers: ['项目名称', '工程名称', '名称', '建设项目名称', '项目'], value: (p) => p.name },
    { headers: ['项目代码', '投资项目统一代码', '赋码', '国家代码'], value: (p) => p.code },
    {
      headers: ['建设地点', '所属地区', '责任地区', '属地', '县（市、区）', '区市县'],
      value: (p) => p.place,
    },
    { headers: ['所属行业', '领域', '行业类别'], value: (p) => p.industry },
    {
      headers: ['总投资', '计划总投资', '投资额', '概算总投资', '项目总投资'],
      value: (p) => amount(p.total, l.unit, l.style),
    },
    {
      headers: [
        '截至2022年底累计完成投资',
        '上年底累计完成',
        '开工至2022年底累计完成投资',
        '2022年底前累计完成',
      ],
      value: (p) => amount(p.before, l.unit, l.style),
    },
    {
      headers: ['2023年计划投资', '年度计划投资', '今年计划投资', '2023年度投资计划', '本年计划'],
      value: (p) => amount(sum(p.months), l.unit, l.style),
    },
    ...Array.from(
      { length: 12 },
      (_, m): Column => ({
        headers: [`${m + 1}月计划`, `${m + 1}月份计划投资`, `2023年${m + 1}月计划`],
        value: (p) => amount(p.months[m] ?? 0n, l.unit, l.style),
      }),
    ),
    { headers: ['牵头单位', '行业主管部门', '市直牵头部门'], value: (p) => p.dept },
    { headers: ['建设单位', '项目业主', '项目单位（企业）'], value: (p) => p.company },
  ];

  test('is read as the same records', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(project, { minLength: 4, maxLength: 9, selector: (p) => p.code }),
        layout,
        (projects, l) => {
          const rows = laidOut(columnsOf(l), projects, l, (h) => /投资|计划|完成/.test(h));
          const { rows: read } = readList(workbookOf(rows), dalian, { year: 2023 });
          const records = read.map((r) => r.record && { ...pick(r.record), seq: r.record.seq });
          expect(records).toEqual(
            projects.map((p, i) => ({
              seq: String(i + 1),
              name: p.name,
              code: p.code,
              districts: [p.place],
              industry: p.industry,
              totalFen: String(p.total),
              doneBeforeFen: String(p.before),
              planYearFen: String(sum(p.months)),
              monthPlanFen: p.months.map(String),
              leadDepts: [p.dept],
              company: p.company,
            })),
          );
        },
      ),
      { numRuns: 150 },
    );
  });
});

function pick(record: {
  name: string;
  code: string | null;
  districts: readonly { name: string }[];
  industry: string | null;
  totalFen: string | null;
  doneBeforeFen: string | null;
  planYearFen: string | null;
  monthPlanFen: readonly (string | null)[] | null;
  leadDepts: readonly string[];
  company: string | null;
}) {
  const {
    name,
    code,
    districts,
    industry,
    totalFen,
    doneBeforeFen,
    planYearFen,
    monthPlanFen,
    leadDepts,
    company,
  } = record;
  return {
    name,
    code,
    districts: districts.map((d) => d.name),
    industry,
    totalFen,
    doneBeforeFen,
    planYearFen,
    monthPlanFen,
    leadDepts,
    company,
  };
}

describe('a monthly report in any layout', () => {
  const columnsOf = (l: Layout): Column[] => [
    { headers: ['项目名称', '工程名称', '名称', '项目'], value: (p) => p.name },
    { headers: ['项目代码', '赋码'], value: (p) => p.code },
    { headers: ['责任地区', '属地', '区县', '县（市、区）'], value: (p) => p.place },
    { headers: ['总投资', '计划总投资'], value: (p) => amount(p.total, l.unit, l.style) },
    {
      headers: ['2023年计划投资', '年度计划', '今年计划投资'],
      value: (p) => amount(sum(p.months), l.unit, l.style),
    },
    {
      headers: ['5月完成', '本月完成投资', '当月完成投资', '5月份完成投资', '2023年5月完成投资'],
      value: (p) => amount(p.months[4] ?? 0n, l.unit, l.style),
    },
    {
      headers: [
        '1-5月累计完成投资',
        '本年累计完成投资',
        '自年初累计完成投资',
        '1—5月完成投资',
        '今年累计完成投资',
      ],
      value: (p) => amount(sum(p.months.slice(0, 5)), l.unit, l.style),
    },
    {
      headers: ['开工至今累计完成投资', '自开工以来累计完成投资', '开工以来累计完成'],
      value: (p) => amount(p.before + sum(p.months.slice(0, 5)), l.unit, l.style),
    },
    { headers: ['完成率', '占年度计划比例', '完成年度计划百分比'], value: () => 0.4 },
    { headers: ['形象进度', '进展情况', '目前进展'], value: () => '主体施工' },
    { headers: ['是否开工', '开工情况', '是否已开工'], value: (_, i) => (i % 2 ? '是' : '已开工') },
    { headers: ['开工时间', '实际开工时间'], value: () => '2022年3月' },
    { headers: ['是否入统', '是否入库', '纳统情况'], value: () => '是' },
    { headers: ['存在问题', '存在的困难和问题'], value: () => '资金紧张，请市财政局支持' },
    { headers: ['需协调事项', '需市级协调解决的问题'], value: () => '无' },
    { headers: ['填报人', '联系人'], value: () => '沈思' },
  ];

  test('is read as the same records', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(project, { minLength: 4, maxLength: 9, selector: (p) => p.code }),
        layout,
        (projects, l) => {
          const rows = laidOut(
            columnsOf(l),
            projects,
            l,
            (h) => /投资|计划|完成|累计/.test(h) && !/率|比/.test(h),
          );
          const setting = {
            month: '2023-05',
            receivedOn: '2023-06-05',
            projects: [],
            earlier: new Map(),
          } as const;
          const { rows: read } = readReports(workbookOf(rows), dalian, setting);
          const records = read.map(
            ({ record }) =>
              record && [
                record.name,
                record.code,
                record.district?.name,
                record.monthFen,
                record.cumFen,
                record.progress,
                record.started,
                record.actualStart,
                record.entered,
                record.problemDepts.join(),
                record.matter,
                record.reporter,
              ],
          );
          expect(records).toEqual(
            projects.map((p) => [
              p.name,
              p.code,
              p.place,
              String(p.months[4]),
              String(sum(p.months.slice(0, 5))),
              '主体施工',
              true,
              '2022-03',
              true,
              '市财政局',
              null,
              '沈思',
            ]),
          );
        },
      ),
      { numRuns: 150 },
    );
  });
});
