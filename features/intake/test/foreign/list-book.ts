import type { PlaceWords } from './city-words.ts';
import { type Draft, fill, isRejected, putText, say } from './draft.ts';
import { extraCell } from './extra-cells.ts';
import { type ForeignBook, type Outcome, writeBook } from './foreign-book.ts';
import { at, marginOf, type SheetPlan } from './layout.ts';
import { listColumns } from './list-columns.ts';
import { judgeListRow, listRecord, sameName } from './list-oracle.ts';
import type { ListPersona } from './list-personas.ts';
import { listPlants } from './list-plants.ts';
import { type ListTable, type ListTruth, listRow, months } from './list-row.ts';
import { projectNames } from './project-names.ts';
import { type Random, randomOf } from './random.ts';
import { sameAsAbove } from './same-as-above.ts';
import { type Grouped, withSections } from './sections.ts';
import { headLines, tailLines } from './surroundings.ts';

type Row = { readonly draft: Draft; readonly truth: ListTruth };
type Part = {
  readonly name: string;
  readonly title: string;
  readonly rows: Row[];
  readonly place?: PlaceWords;
};
type State = {
  readonly names: Map<string, string>;
  readonly codes: Map<string, string>;
  readonly outcomes: Map<Draft, Outcome>;
  readonly faults: Set<string>;
  serial: number;
};

const stages = ['在建', '新开工', '前期'] as const;

/** A yearly list as this office would send it, and how it must be read. */
export async function listBook(persona: ListPersona, seed: number): Promise<ForeignBook> {
  const random = randomOf(seed);
  const layout = listColumns(random, persona);
  const has = new Set(layout.columns.map((c) => c.id));
  const table: ListTable = {
    year: persona.year,
    city: persona.city,
    has,
    unitOf: layout.unitOf,
    cumulative: persona.months === 'cumulative' || persona.months === 'spans',
  };
  const rows = truths(random, persona).map((truth): Row => ({ truth, draft: listRow(random, truth, table) }));
  for (const { draft } of rows)
    for (const [id, [, kind, money]] of layout.extras)
      fill(draft, id, extraCell(random, kind, money ? layout.unitOf('planYearFen') : '万元'));
  plantFaults(random, rows, table, persona.csv === true);
  const state: State = {
    names: new Map(),
    codes: new Map(),
    outcomes: new Map(),
    faults: new Set(),
    serial: 1,
  };
  const plans = partsOf(random, persona, rows).map((part) =>
    sheetOf(random, persona, part, { layout, table, state }),
  );
  const sheets = persona.stacked ? [stacked(plans)] : plans;
  return writeBook(`${persona.office}${persona.year}年重点项目清单.xlsx`, sheets, state.outcomes, {
    emptySheet: random.chance(0.2),
    csv: persona.csv === true,
    ...(persona.instructions
      ? { instructions: ['填 报 说 明', '一、项目名称应与立项文件一致。', '二、一个项目可列入多个清单。'] }
      : {}),
  });
}

/** All tables on the first one's sheet, one under the other. */
function stacked(plans: readonly SheetPlan[]): SheetPlan {
  const [first, ...rest] = plans.map((plan) => ({ ...plan, name: '项目表' }));
  const below = rest.length > 0 ? stacked(rest) : undefined;
  return { ...(first as SheetPlan), ...(below ? { below } : {}) };
}

function truths(random: Random, { city, place, stageBy, split }: ListPersona): ListTruth[] {
  const own = city.places.find((p) => p.name === place);
  const kinds = stageBy === 'title' && split === 'one' ? [random.pick(stages)] : stages;
  const count = random.int(16, 30);
  return projectNames(random, city, count).map((named, i) => ({
    named,
    place: own ?? random.pick(city.places),
    stage: kinds[Math.floor((i * kinds.length) / count)] as string,
    seq: i + 1,
  }));
}

function plantFaults(random: Random, rows: readonly Row[], table: ListTable, csv: boolean): void {
  const free = new Set(random.shuffled(rows.slice(1)));
  const looks = /^row-|^date-serial$|^code-malformed$/;
  for (const plant of random.shuffled(listPlants.filter((p) => !csv || !looks.test(p.code))).slice(0, 11)) {
    if (!plant.needs.every((id) => table.has.has(id))) continue;
    const row = [...free].find(({ draft }) => plant.fits?.(draft, table) ?? true);
    if (!row) continue;
    free.delete(row);
    plant.plant(random, row.draft, table);
  }
  if (random.chance(0.6)) repeat(random, rows, [...free], table);
}

/** A later row with the name of an earlier one, or with its code. */
function repeat(random: Random, rows: readonly Row[], free: readonly Row[], table: ListTable): void {
  const later = free.find((row) => rows.indexOf(row) > 4);
  const earlier = rows.find(
    (row) => !isRejected(row.draft) && row !== later && row.draft.record['code'] !== null,
  );
  if (!later || !earlier || rows.indexOf(earlier) >= rows.indexOf(later)) return;
  if (random.chance(0.5))
    putText(
      later.draft,
      'name',
      earlier.truth.named.name.replace('（', '('),
      earlier.truth.named.name.replace('（', '('),
    );
  else if (table.has.has('code'))
    putText(later.draft, 'code', earlier.draft.record['code'] as string, earlier.draft.record['code']);
}

function partsOf(random: Random, persona: ListPersona, rows: readonly Row[]): Part[] {
  const { split, city, year, place } = persona;
  const title = (rest: string) =>
    random.pick([
      `${place ?? `${city.name}市`}${year}年重点项目${rest}清单`,
      `${year}年${place ?? `${city.name}市`}重点建设项目${rest}计划表`,
    ]);
  if (split === 'stage')
    return stages.map((stage) => {
      const word =
        stage === '在建'
          ? random.pick(['在建', '续建'])
          : stage === '新开工'
            ? random.pick(['新开工', '拟新开工'])
            : '前期';
      return {
        name: `${word}项目`,
        title: title(`（${word}项目）`),
        rows: rows.filter((r) => r.truth.stage === stage),
      };
    });
  if (split === 'place')
    return city.places.flatMap((one) => {
      const own = rows.filter((r) => r.truth.place === one);
      return own.length === 0
        ? []
        : [
            {
              name: random.pick([one.name, one.aliases[0] as string]),
              title: title(''),
              rows: own,
              place: one,
            },
          ];
    });
  const stage = persona.stageBy === 'title' ? (rows[0]?.truth.stage ?? '在建') : '';
  const own = city.places.find((p) => p.name === place);
  return [
    {
      name: random.pick(['Sheet1', '项目清单', `${year}年`]),
      title: title(stage === '' ? '' : `（${stage}项目）`),
      rows: [...rows],
      ...(own ? { place: own } : {}),
    },
  ];
}

type Shared = {
  readonly layout: ReturnType<typeof listColumns>;
  readonly table: ListTable;
  readonly state: State;
};

function sheetOf(
  random: Random,
  persona: ListPersona,
  part: Part,
  { layout, table, state }: Shared,
): SheetPlan {
  const { columns, unitOf } = layout;
  const groups = groupsOf(persona, part.rows);
  const byDraft = new Map(part.rows.map((row) => [row.draft, row]));
  const sames = random.chance(0.3);
  if (sames)
    for (const group of groups)
      sameAsAbove(random, group, ['places', 'respUnit', 'company', 'leader', 'industry', 'leadDepts']);
  for (const draft of groups.flatMap((g) => g.drafts))
    settle(draft, byDraft.get(draft) as Row, persona, part, { table, state });
  const sums = ['totalFen', 'doneBeforeFen', 'planYearFen', ...months].filter((id) => table.has.has(id));
  const wide = { columns };
  const lines = withSections(
    random,
    groups,
    {
      seqAt: Math.max(1, at(wide, 'seq') - marginOf(wide)),
      nameAt: at(wide, 'name') - marginOf(wide),
      counted: random.chance(0.7),
      merged: random.chance(0.5),
      numbering:
        at(wide, 'seq') === marginOf(wide) + 1 && !groups[0]?.inner
          ? random.pick(['chinese', 'chinese', 'bracket', 'apart'])
          : 'chinese',
      subtotals:
        persona.sectionBy === 'none' ? 'none' : random.pick(['none', 'after', 'after', 'before', 'beside']),
      total: random.pick(['none', 'bottom', 'bottom', 'top']),
      formula: persona.formula === true,
      cumulative: table.cumulative,
      sumColumns:
        persona.months === 'none' || random.chance(0.6) ? sums : sums.filter((id) => !id.startsWith('month')),
      unitOf,
    },
    state.faults,
  );
  const unitTitle = persona.unitIn === 'title' ? `（单位：${persona.unit}）` : '';
  return {
    name: part.name,
    columns,
    above: headLines(random, {
      titles: [`${part.title}${unitTitle}`],
      sender: persona.office,
      day: `${persona.year}年2月20日`,
      width: columns.length - marginOf(wide),
      ...(persona.unitIn === 'cell' ? { unitCell: persona.unit } : {}),
    }),
    lines: [...lines, ...tailLines(random)],
    mergedHeader: random.chance(0.8),
    mergedDown: !persona.csv && random.chance(0.3) ? ['places', 'industry', 'leadDepts'] : [],
    trailing: persona.csv ? 0 : random.pick([0, 0, 3, 12]),
    numbered: random.chance(0.15),
    ...(!sames && random.chance(0.15) ? { repeatBefore: Math.floor(lines.length / 2) } : {}),
  };
}

function groupsOf({ sectionBy }: ListPersona, rows: readonly Row[]): Grouped[] {
  const by = (of: readonly Row[], key: (row: Row) => string, title: (key: string) => string): Grouped[] =>
    [...new Set(of.map(key))].map((one) => ({
      title: title(one),
      drafts: of.filter((r) => key(r) === one).map((r) => r.draft),
    }));
  const place = (row: Row) => row.truth.place.name;
  switch (sectionBy) {
    case 'none':
      return [{ title: '', drafts: rows.map((r) => r.draft) }];
    case 'place':
      return by(rows, place, (name) => name);
    case 'industry':
      return by(
        rows,
        (r) => r.truth.named.industry,
        (industry) => `${industry}项目`,
      );
    case 'stage':
      return by(
        rows,
        (r) => r.truth.stage,
        (stage) => `${stage === '在建' ? '续建' : stage}项目`,
      );
    case 'stage-place':
      return [...new Set(rows.map((r) => r.truth.stage))].map((stage) => {
        const inner = by(
          rows.filter((r) => r.truth.stage === stage),
          place,
          (name) => name,
        );
        return { title: `${stage}项目`, drafts: inner.flatMap((g) => g.drafts), inner };
      });
  }
}

/** Works out what a row must become, in the order of the workbook. */
function settle(
  draft: Draft,
  { truth }: Row,
  persona: ListPersona,
  part: Part,
  { table, state }: Omit<Shared, 'layout'>,
): void {
  const bySection = persona.sectionBy === 'place' || persona.sectionBy === 'stage-place';
  const inherited = bySection ? truth.place : part.place;
  const places = inherited ? [{ code: inherited.code, name: inherited.name }] : [];
  const stage = persona.stageBy === 'column' ? '' : truth.stage;
  const record = listRecord(draft, table, { places, stage });
  if (isRejected(draft)) {
    state.outcomes.set(draft, { status: 'rejected', key: null, record: null });
    return;
  }
  judgeListRow(draft, record, table);
  const name = sameName(record['name'] as string);
  const code = record['code'] as string | null;
  const byName = state.names.get(name);
  const byCode = code === null ? undefined : state.codes.get(code);
  if (byName !== undefined) say(draft, 'name', 'duplicate-name');
  else if (byCode !== undefined) say(draft, 'code', 'duplicate-code');
  const duplicateOf = byName ?? byCode;
  const key = `${persona.city.prefix}${persona.year % 100}-${String(state.serial).padStart(3, '0')}`;
  if (duplicateOf === undefined) state.serial++;
  const stands = duplicateOf ?? key;
  if (byName === undefined) state.names.set(name, stands);
  if (byCode === undefined && code !== null) state.codes.set(code, stands);
  state.outcomes.set(draft, {
    status: 'accepted',
    key: duplicateOf === undefined ? key : null,
    ...(duplicateOf ? { duplicateOf } : {}),
    record,
  });
}
