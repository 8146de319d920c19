import type { ColumnPlan } from './layout.ts';
import type { Random } from './random.ts';
import type { ReportPersona } from './report-personas.ts';
import { reportExtras, reportWordings } from './report-wordings.ts';

export type ReportColumns = {
  readonly columns: readonly ColumnPlan[];
  readonly extras: ReadonlyMap<string, (typeof reportExtras)[number]>;
};

const optional = [
  'seq',
  'code',
  'places',
  'leadDepts',
  'enteredOn',
  'matterLevel',
  'reporter',
  'reportedOn',
  'problem',
  'progress',
];

/** Chooses an office's columns of a monthly report, their order and how they are headed. */
export function reportColumns(random: Random, persona: ReportPersona): ReportColumns {
  const { year, month, unit, unitIn, groups = [], without = [] } = persona;
  const worded = (text: string) =>
    text
      .replaceAll('{y}', String(year))
      .replace('{p}', String(year - 1))
      .replaceAll('{m}', String(month))
      .replace('{l}', String(month - 1));
  const inHeader = unitIn === 'header' || (unitIn === 'group' && !groups.includes('money'));
  const bracket = inHeader ? random.pick([`（${unit}）`, `(${unit})`, `\n（${unit}）`]) : '';
  const one = (id: string): ColumnPlan => ({ id, levels: [worded(random.pick(reportWordings[id] ?? [id]))] });
  const amount = (id: string): ColumnPlan => ({ id, levels: one(id).levels.map((text) => text + bracket) });
  const under = (upper: string, columns: readonly ColumnPlan[]) =>
    columns.map((c) => ({ ...c, levels: [upper, ...c.levels] }));
  const needed =
    persona.split === 'one' &&
    persona.sectionBy !== 'place' &&
    persona.sectionBy !== 'stage-place' &&
    !persona.place;
  const dropped = new Set([
    ...without,
    ...optional.filter((id) => random.chance(0.12) && !(needed && id === 'places')),
  ]);
  const keep = (ids: readonly string[]) => ids.filter((id) => !dropped.has(id));
  const extras = new Map(
    random
      .some(
        reportExtras.filter(([text]) => month > 1 || !/上月|1-\{m\}/.test(text)),
        random.int(0, 6),
      )
      .map((extra, i) => [`extra${i + 1}`, extra] as const),
  );
  const extra = (id: `extra${number}`): ColumnPlan => {
    const [text, , money] = extras.get(id) ?? ['', 'text'];
    return { id, levels: [worded(text) + (money ? bracket : '')] };
  };
  const moneyExtras = [...extras].filter(([, [, , money]]) => money).map(([id]) => id);
  const blocks: ColumnPlan[][] = [];
  if (groups.includes('money')) {
    const upper = `${random.pick(['投资完成情况', '投资情况', `${year}年投资完成情况`])}${unitIn === 'group' ? `（${unit}）` : ''}`;
    blocks.push(
      under(upper, random.shuffled([amount('monthFen'), amount('cumFen'), ...moneyExtras.map(extra)])),
    );
  } else {
    blocks.push(random.shuffled([amount('monthFen'), amount('cumFen')]));
    for (const id of moneyExtras) blocks.push([extra(id)]);
  }
  const start = keep(['started', 'actualStart', 'entered', 'enteredOn']).map(one);
  if (groups.includes('start'))
    blocks.push(under(random.pick(['开工入统情况', '开工及入统', '开工入库']), random.shuffled(start)));
  else for (const column of start) blocks.push([column]);
  const trouble = keep(['problem', 'matter', 'matterLevel']).map(one);
  if (groups.includes('problem') && trouble.length > 1)
    blocks.push(under(random.pick(['存在问题及需协调事项', '问题和协调事项']), trouble));
  else blocks.push(trouble);
  for (const id of keep(['places', 'leadDepts', 'progress'])) blocks.push([one(id)]);
  for (const id of extras.keys()) if (!moneyExtras.includes(id)) blocks.push([extra(id)]);
  const front = keep(['seq', 'name', 'code']).map(one);
  const tail = keep(['reporter', 'reportedOn']).map(one);
  const margin: ColumnPlan[] = random.chance(0.1) ? [{ id: 'margin', levels: [] }] : [];
  return { columns: [...margin, ...front, ...random.shuffled(blocks).flat(), ...tail], extras };
}
