import { type Draft, fill, isRejected, putText, say } from './draft.ts';
import { extraCell } from './extra-cells.ts';
import { type ForeignBook, type Outcome, writeBook } from './foreign-book.ts';
import { at, marginOf, type SheetPlan } from './layout.ts';
import { listColumns } from './list-columns.ts';
import { judgeListRow, listRecord, sameName } from './list-oracle.ts';
import { groupsOf, type Part, partsOf, type Row, truths } from './list-parts.ts';
import type { ListPersona } from './list-personas.ts';
import { listPlants } from './list-plants.ts';
import { type ListTable, listRow, months } from './list-row.ts';
import { type Random, randomOf } from './random.ts';
import { sameAsAbove } from './same-as-above.ts';
import { withSections } from './sections.ts';
import { headLines, tailLines } from './surroundings.ts';

type State = {
  readonly names: Map<string, string>;
  readonly codes: Map<string, string>;
  readonly outcomes: Map<Draft, Outcome>;
  readonly faults: Set<string>;
  serial: number;
};

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
