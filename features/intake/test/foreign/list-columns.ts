import type { MoneyUnit } from '#kernel/money';
import type { ColumnPlan } from './layout.ts';
import type { ListPersona } from './list-personas.ts';
import {
  cumulativeGroups,
  listExtras,
  listWordings,
  monthGroups,
  monthLeaves,
  spanLeaves,
} from './list-wordings.ts';
import type { Random } from './random.ts';

export type ListColumns = {
  readonly columns: readonly ColumnPlan[];
  readonly unitOf: (column: string) => MoneyUnit;
  readonly extras: ReadonlyMap<string, (typeof listExtras)[number]>;
};

const monthNames = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'];
const optional = [
  'industry',
  'nature',
  'content',
  'fundSource',
  'leadDepts',
  'respUnit',
  'company',
  'leader',
  'lists',
  'remark',
  'code',
  'plannedStart',
];
const money = ['totalFen', 'doneBeforeFen', 'planYearFen'];

/** Chooses an office's columns, their order and how they are headed. */
export function listColumns(random: Random, persona: ListPersona): ListColumns {
  const { year, groups = [], without = [], unitIn, unit } = persona;
  const worded = (text: string) =>
    text
      .replace('{y}', String(year))
      .replace('{p}', String(year - 1))
      .replace('{n}', String(year + 1));
  const units = new Map<string, MoneyUnit>();
  if (unitIn === 'mixed') for (const id of money) units.set(id, random.pick(['亿元', '万元']));
  const unitOf = (id: string) =>
    units.get(id) ?? units.get(id.startsWith('month') ? 'planYearFen' : id) ?? unit;
  const bracket = (id: string) =>
    unitIn === 'header' || unitIn === 'mixed'
      ? random.pick([`（${unitOf(id)}）`, `(${unitOf(id)})`, `\n（${unitOf(id)}）`])
      : '';
  const heading = (id: string) => worded(random.pick(listWordings[id] ?? [id]));
  const groupUnit = unitIn === 'group' || unitIn === 'header' ? `（${unit}）` : '';
  const planUnit = unitIn === 'mixed' ? `（${unitOf('planYearFen')}）` : groupUnit;
  const one = (id: string): ColumnPlan => ({ id, levels: [heading(id)] });
  const amount = (id: string): ColumnPlan => ({ id, levels: [`${heading(id)}${bracket(id)}`] });
  const under = (upper: string, columns: readonly ColumnPlan[]) =>
    columns.map((c) => ({ ...c, levels: [upper, ...c.levels] }));

  const dropped = new Set([
    ...without,
    ...optional.filter(() => random.chance(0.12)),
    ...(persona.stageBy === 'column' ? [] : ['stage']),
    ...(groups.includes('ticks') ? ['lists'] : []),
    ...(groups.includes('plan') ? ['planYearFen'] : []),
  ]);
  const has = (id: string) => !dropped.has(id);
  const blocks: ColumnPlan[][] = [];
  for (const id of [
    'places',
    'industry',
    'nature',
    'content',
    'plannedStart',
    'fundSource',
    'leadDepts',
    'respUnit',
    'leader',
    'lists',
    'stage',
    'remark',
  ])
    if (has(id)) blocks.push([one(id)]);
  blocks.push(groups.includes('period') ? periodPair(random) : [one('period')]);
  const amounts = money.filter((id) => has(id) && !(id === 'doneBeforeFen' && random.chance(0.15)));
  if (groups.includes('money'))
    blocks.push(
      under(
        `${random.pick(['投资情况', '投资及计划', '项目投资'])}${groupUnit}`,
        amounts.map((id) => (unitIn === 'group' ? one(id) : amount(id))),
      ),
    );
  else
    for (const id of amounts)
      blocks.push([unitIn === 'group' ? { id, levels: [`${heading(id)}（${unit}）`] } : amount(id)]);
  if (groups.includes('company') && has('company'))
    blocks.push(
      under(random.pick(['项目单位', '建设单位', '项目业主']), [
        { id: 'company', levels: [random.pick(['单位名称', '名称', '企业名称'])] },
        { id: 'uscc', levels: [random.pick(['统一社会信用代码', '信用代码'])] },
      ]),
    );
  else {
    if (has('company')) blocks.push([one('company')]);
    if (has('uscc')) blocks.push([one('uscc')]);
  }
  blocks.push(secretary(random, groups.includes('secretary'), one));
  if (groups.includes('ticks')) blocks.push(tickColumns(random, persona));
  const plan = monthColumns(random, persona, planUnit, worded);
  if (groups.includes('plan')) blocks.push(wholePlan(random, plan, worded(`{y}年投资计划${planUnit}`)));
  else if (plan.length > 0) blocks.push(plan);
  const extras = new Map(
    random.some(listExtras, random.int(0, 4)).map((extra, i) => [`extra${i + 1}`, extra] as const),
  );
  for (const [id, [wording]] of extras) blocks.push([{ id, levels: [worded(wording)] }]);
  const front: ColumnPlan[] = [...(has('seq') ? [one('seq')] : []), one('name')];
  if (has('code'))
    random.chance(0.7) ? front.push(one('code')) : front.splice(front.length - 1, 0, one('code'));
  const basic = groups.includes('basic')
    ? under('项目基本情况', front.slice(has('seq') ? 1 : 0))
    : front.slice(has('seq') ? 1 : 0);
  const margin: ColumnPlan[] = random.chance(0.1) ? [{ id: 'margin', levels: [] }] : [];
  const columns = [
    ...margin,
    ...(has('seq') ? front.slice(0, 1) : []),
    ...basic,
    ...random.shuffled(blocks).flat(),
  ];
  const hidden = random.chance(0.3) ? random.pick(['nature', 'leader', 'content', 'industry']) : '';
  return { columns: columns.map((c) => (c.id === hidden ? { ...c, hidden: true } : c)), unitOf, extras };
}

function periodPair(random: Random): ColumnPlan[] {
  const [from, to] = random.pick([
    ['开工', '竣工'],
    ['起', '止'],
    ['开工时间', '竣工时间'],
    ['起始年', '终止年'],
  ] as const);
  const upper = random.pick(['建设起止年限', '建设年限', '建设工期']);
  return [
    { id: 'periodStart', levels: [upper, from] },
    { id: 'periodEnd', levels: [upper, to] },
  ];
}

/** The year's plan at the head of its months, in two rows or three. */
function wholePlan(random: Random, months: readonly ColumnPlan[], upper: string): ColumnPlan[] {
  const year = random.pick(['全年计划', '年度计划', '合计', '全年', '计划投资', '年度计划投资']);
  const deep = random.chance(0.5);
  return [
    { id: 'planYearFen', levels: [upper, year] },
    ...months.map(({ id, levels }) => ({
      id,
      levels: deep ? [upper, '分月计划', levels.at(-1) as string] : [upper, levels.at(-1) as string],
    })),
  ];
}

function tickColumns(random: Random, { city }: ListPersona): ColumnPlan[] {
  const upper = random.pick(['清单类别', '列入清单', '所属清单（打√）']);
  return city.lists.map(([name, short = name], i) => ({ id: `tick${i}`, levels: [upper, short] }));
}

function secretary(random: Random, apart: boolean, one: (id: string) => ColumnPlan): ColumnPlan[] {
  if (apart)
    return [
      { id: 'secretary', levels: ['服务秘书', '姓名'] },
      { id: 'secretaryPhone', levels: ['服务秘书', random.pick(['联系电话', '电话', '联系方式'])] },
    ];
  if (random.chance(0.4)) return [one('secretary'), one('secretaryPhone')];
  return [
    {
      id: 'secretary',
      levels: [
        random.pick(['服务秘书及联系电话', '服务秘书（联系电话）', '服务秘书及电话', '项目秘书及联系方式']),
      ],
    },
  ];
}

function monthColumns(
  random: Random,
  { months }: ListPersona,
  groupUnit: string,
  worded: (t: string) => string,
): ColumnPlan[] {
  if (months === 'none') return [];
  const upper = worded(
    random.pick(
      months === 'cumulative'
        ? cumulativeGroups
        : months === 'spans'
          ? ['{y}年累计投资计划', '分月计划']
          : monthGroups,
    ),
  );
  const leaf = random.pick(months === 'spans' ? spanLeaves : monthLeaves);
  const flat = months === 'increments' && random.chance(0.25);
  return Array.from({ length: 12 }, (_, i) => {
    const text = leaf
      .replace('{m}', String(i + 1))
      .replace('{c}', monthNames[i] as string)
      .replace(/^1([-—至])1月/, '1月');
    const id = `month${i + 1}`;
    return flat
      ? { id, levels: [`${i + 1}月计划投资${groupUnit}`] }
      : { id, levels: [`${upper}${groupUnit}`, text] };
  });
}
