import type { MoneyUnit } from '#kernel/money';
import { amountCell } from './amount-cells.ts';
import { type Made, written } from './cell.ts';
import type { CityWords, PlaceWords } from './city-words.ts';
import { monthCell, periodCell } from './date-cells.ts';
import { type Draft, fill, newDraft, put, putAmount, putText } from './draft.ts';
import { type Named, person, strayName } from './project-names.ts';
import type { Random } from './random.ts';
import {
  cityPlaceCell,
  creditCell,
  creditCode,
  departmentsCell,
  emptyCode,
  emptyMarks,
  listsCell,
  placeCell,
  projectCode,
} from './words-cells.ts';

export const months = Array.from({ length: 12 }, (_, i) => `month${i + 1}`);

/** What the columns of one table hold. */
export type ListTable = {
  readonly year: number;
  readonly city: CityWords;
  readonly has: ReadonlySet<string>;
  readonly unitOf: (column: string) => MoneyUnit;
  readonly cumulative: boolean;
};

export type ListTruth = {
  readonly named: Named;
  readonly place: PlaceWords;
  readonly stage: string;
  readonly seq: number;
};

const wan = 1_000_000n;

/** A flawless row of a yearly list. Columns the table lacks are left out of it later. */
export function listRow(random: Random, truth: ListTruth, table: ListTable): Draft {
  const { year, city } = table;
  const { named, place, stage, seq } = truth;
  const draft = newDraft();
  putText(draft, 'seq', random.chance(0.9) ? seq : String(seq), String(seq));
  const name = random.chance(0.1) ? strayName(random, named.name) : named.name;
  putText(draft, 'name', name, named.name);
  const code = projectCode(random, place.code ?? city.code, year);
  put(draft, 'code', random.chance(0.1) ? emptyCode(random) : written(code, code));
  put(
    draft,
    'places',
    random.chance(0.04) ? cityPlaceCell(random, city) : placeCell(random, place),
    'districts',
  );
  putText(draft, 'industry', named.industry, named.industry);
  const nature = random.pick(['新建', '改建', '扩建', '改扩建', '迁建']);
  putText(draft, 'nature', nature, nature);
  const content = contentOf(random);
  putText(draft, 'content', content, content);
  putPeriod(random, draft, { year, stage });
  if (stage !== '在建') put(draft, 'plannedStart', monthCell(random, year, random.int(3, 12), year));
  else putText(draft, 'plannedStart', random.pick(emptyMarks), null);
  putAmounts(random, draft, stage, table);
  put(draft, 'leadDepts', departmentsCell(random, city));
  for (const [column, texts] of Object.entries(texted)) {
    const text = random.pick(texts);
    putText(draft, column, random.chance(0.06) ? `${text} ` : text, text);
  }
  if (random.chance(0.7)) putText(draft, 'remark', random.pick(emptyMarks), null);
  const unit = `${place.name.slice(0, 2)}${random.pick(['城建', '交投', '宏远', '启航', '水务'])}有限公司`;
  putText(draft, 'company', unit, unit);
  put(draft, 'uscc', creditCell(random, creditCode(random, place.code ?? city.code)));
  const leader = person(random);
  putText(draft, 'leader', leader, leader);
  putSecretary(random, draft, table.has.has('secretaryPhone'));
  put(draft, 'lists', listsCell(random, city));
  if (table.has.has('tick0')) tickLists(random, draft, city);
  putText(draft, 'stage', stage, stage);
  return draft;
}

/** A column for each list, ticked or not. */
function tickLists(random: Random, draft: Draft, { lists }: CityWords): void {
  const chosen = draft.record['lists'] as readonly string[];
  const tick = random.pick(['√', '√', '是', '1']);
  for (const [i, [name]] of lists.entries())
    fill(draft, `tick${i}`, { value: chosen.includes(name) ? tick : null });
  draft.record['lists'] = lists.map(([name]) => name).filter((name) => chosen.includes(name));
}

const texted = {
  fundSource: [
    '企业自筹',
    '中央预算内投资、地方配套',
    '地方政府专项债券',
    '银行贷款70%，其余自筹',
    '财政资金',
  ],
  respUnit: ['属地政府', '开发区管委会', '镇人民政府', '街道办事处'],
  remark: ['省级重点', '“十四五”规划项目', '招商引资项目', '上年结转', '已列入国家重大项目库'],
};

function contentOf(random: Random): string {
  return random.pick([
    `总建筑面积${random.int(2, 40)}万平方米，建设厂房及配套设施。`,
    `路线全长${random.int(3, 40)}公里，设计速度60公里/小时。`,
    `1.新建主体工程；\n2.同步实施管网及绿化；\n3.其他配套工程。`,
    '新建泵站、管线及附属设施，提升供水能力',
    '建设研发楼、生产车间，购置设备200台（套）',
  ]);
}

function putPeriod(random: Random, draft: Draft, { year, stage }: { year: number; stage: string }): void {
  const from =
    stage === '在建'
      ? ([year - random.int(1, 3), random.int(1, 12)] as const)
      : ([year, random.int(1, 12)] as const);
  const to = [year + random.int(1, 3), random.int(1, 12)] as const;
  const period = periodCell(random, from, to);
  put(draft, 'period', period, 'periodText');
  const [start, end] = [monthCell(random, from[0], from[1], -1), monthCell(random, to[0], to[1], -1)];
  put(draft, 'periodStart', start);
  put(draft, 'periodEnd', end);
}

function putAmounts(random: Random, draft: Draft, stage: string, table: ListTable): void {
  const { unitOf, cumulative } = table;
  const step = random.chance(0.1) ? wan / 2n : wan * BigInt(random.pick([1, 10, 100]));
  const parts = Array.from({ length: 12 }, () => BigInt(random.int(0, 90)) * step);
  const plan = parts.reduce((a, b) => a + b, 0n);
  const before = stage === '在建' ? BigInt(random.int(0, 500)) * step : 0n;
  const total = plan + before + BigInt(random.int(1, 900)) * step;
  putAmount(draft, 'totalFen', {
    cell: amountCell(random, total, unitOf('totalFen')),
    value: total,
    codes: [],
  });
  putAmount(draft, 'doneBeforeFen', {
    cell: amountCell(random, before, unitOf('doneBeforeFen')),
    value: before,
    codes: [],
  });
  const ahead = stage === '前期' && random.chance(0.8);
  if (ahead) {
    putText(draft, 'planYearFen', random.pick(emptyMarks), null);
    for (const month of months) putText(draft, month, random.pick([null, null, '—', '/']), null);
    return;
  }
  putAmount(draft, 'planYearFen', {
    cell: amountCell(random, plan, unitOf('planYearFen')),
    value: plan,
    codes: [],
  });
  let sum = 0n;
  parts.forEach((part, i) => {
    sum += part;
    const shown = cumulative ? sum : part;
    const isBlank = part === 0n && random.chance(0.5) && (!cumulative || i > 0);
    const cell: Made = isBlank ? { value: null } : amountCell(random, shown, unitOf(`month${i + 1}`));
    put(draft, `month${i + 1}`, { cell, value: isBlank ? null : shown, codes: [] });
    draft.amounts.set(`month${i + 1}`, shown);
  });
}

function putSecretary(random: Random, draft: Draft, apart: boolean): void {
  const [name, phone] = [person(random), `0411-${random.int(10000000, 99999999)}`];
  draft.record['secretaryPhone'] = phone;
  fill(draft, 'secretaryPhone', { value: phone });
  const together = random.pick([
    `${name}（${phone}）`,
    `${name} ${phone}`,
    `${name}\n${phone}`,
    `${name}${phone}`,
    `${name}，${phone}`,
  ]);
  putText(draft, 'secretary', apart ? name : together, name);
}
