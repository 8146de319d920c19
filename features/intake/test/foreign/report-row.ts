import type { MoneyUnit } from '#kernel/money';
import { amountCell } from './amount-cells.ts';
import type { Value } from './cell.ts';
import type { CityWords } from './city-words.ts';
import { dayCell, monthCell } from './date-cells.ts';
import { type Draft, newDraft, put, putAmount, putText } from './draft.ts';
import type { Listed } from './listed-projects.ts';
import { strayName } from './project-names.ts';
import type { Random } from './random.ts';
import { departmentsCell, emptyMarks, placeCell } from './words-cells.ts';

export type ReportTable = {
  readonly year: number;
  readonly month: number;
  readonly city: CityWords;
  readonly has: ReadonlySet<string>;
  readonly unitOf: (column: string) => MoneyUnit;
  readonly receivedOn: string;
  readonly reporter: string;
};

const yes = ['是', '√', '1', '是'];
const no = ['否', '×', '0', '否'];
const started = [...yes, '已开工', '在建'];
const notStarted = [...no, '未开工'];
const entered = [...yes, '已入统', '已入库', '已纳统'];
const notEntered = [...no, '未入统', '未入库', '未纳统'];

/** A flawless month of a listed project. */
export function reportRow(random: Random, listed: Listed, seq: number, table: ReportTable): Draft {
  const draft = newDraft();
  const { year, month, city, unitOf } = table;
  putText(draft, 'seq', seq, null);
  putText(draft, 'name', random.chance(0.1) ? strayName(random, listed.name) : listed.name, listed.name);
  const code = listed.code !== null && random.chance(0.9) ? listed.code : null;
  putText(draft, 'code', code ?? random.pick(['—', null, '办理中', '未赋码']), code);
  put(draft, 'places', placeCell(random, listed.place), 'district');
  put(draft, 'leadDepts', departmentsCell(random, city));
  putMoney(random, draft, listed, table);
  const isStarted = listed.stage === '在建' || (draft.record['cumFen'] as bigint) > 0n;
  putText(draft, 'progress', random.pick(progresses), undefined);
  draft.record['progress'] = draft.cells.get('progress')?.value;
  putText(draft, 'started', random.pick(isStarted ? started : notStarted), isStarted);
  if (isStarted)
    put(
      draft,
      'actualStart',
      monthCell(
        random,
        listed.stage === '在建' ? year - 1 : year,
        listed.stage === '在建' ? random.int(1, 12) : random.int(1, month),
        year,
      ),
    );
  else putText(draft, 'actualStart', random.pick(emptyMarks), null);
  const isEntered = isStarted && random.chance(0.7);
  putText(draft, 'entered', random.pick(isEntered ? entered : notEntered), isEntered);
  if (isEntered) put(draft, 'enteredOn', monthCell(random, year, random.int(1, month), year));
  else putText(draft, 'enteredOn', random.pick(emptyMarks), null);
  putProblem(random, draft, city);
  putText(draft, 'reporter', table.reporter, table.reporter);
  const day = `${table.receivedOn.slice(0, 8)}0${random.int(1, 5)}`;
  put(draft, 'reportedOn', dayCell(random, day, year));
  draft.record['unit'] = unitOf('cumFen');
  return draft;
}

const progresses = [
  '桥梁下部结构施工完成30%',
  '正在办理前期手续',
  '主体结构施工至7层',
  '路面摊铺完成63%',
  '完成总工程量的31%',
  '临建搭设，场地平整',
];

/** The amounts as they should be: this month's, and last month's cumulative with it. */
function putMoney(random: Random, draft: Draft, listed: Listed, { unitOf, year, month }: ReportTable): void {
  const latest = [...listed.earlier].reverse().find((one) => one.cumFen !== null);
  const rest = random.chance(0.15) ? 0n : (listed.planFen * BigInt(random.int(1, 9))) / 100n;
  const monthFen = listed.stage === '新开工' && !latest?.cumFen && random.chance(0.5) ? 0n : rest;
  const last = `${year}-${String(month - 1).padStart(2, '0')}`;
  const gap = latest && latest.month !== last ? BigInt(random.int(0, 50)) * 1_000_000n : 0n;
  const cumFen = (latest?.cumFen ?? 0n) + monthFen + (monthFen === 0n && !latest ? 0n : gap);
  putAmount(draft, 'monthFen', {
    cell: amountCell(random, monthFen, unitOf('monthFen')),
    value: monthFen,
    codes: [],
  });
  putAmount(draft, 'cumFen', {
    cell: amountCell(random, cumFen, unitOf('cumFen')),
    value: cumFen,
    codes: [],
  });
}

function putProblem(random: Random, draft: Draft, city: CityWords): void {
  const words = random.pick(city.departments);
  const dept = { written: random.pick(words), name: words[0] as string };
  const level = random.pick([
    ['市级', '市级'],
    ['区（市、县）级', '区级'],
    ['县区级', '区级'],
    ['需市级协调', '市级'],
    ['跨区域', '跨地区'],
    ['重特大', '重大'],
    ['市级层面', '市级'],
  ] as const);
  const [problem, matter, depts] = random.pick<[string | null, string | null, string[]]>([
    [null, null, []],
    [null, null, []],
    ['征地拆迁剩余17户未签约', '加快剩余17户征拆签约', []],
    ['施工便道与农田灌溉冲突，村民阻工', null, []],
    [`水土保持方案未批复，${dept.written}已受理`, null, [dept.name]],
    ['环评批复未取得', `请${dept.written}加快审批`, [dept.name]],
    ['用地指标尚未落实', '提请市领导协调', []],
  ]);
  putText(draft, 'problem', problem ?? random.pick(emptyMarks), problem);
  putText(draft, 'matter', matter ?? random.pick(emptyMarks), matter);
  putText(
    draft,
    'matterLevel',
    matter === null ? random.pick<Value>(emptyMarks) : level[0],
    matter === null ? null : level[1],
  );
  draft.record['problemDept'] = { problem, matter, name: depts[0] ?? null, written: dept.written };
}
