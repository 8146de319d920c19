import { type Draft, fill, isRejected, putText, say } from './draft.ts';
import { extraCell } from './extra-cells.ts';
import { type ForeignBook, type Outcome, writeBook } from './foreign-book.ts';
import { at, marginOf, type SheetPlan } from './layout.ts';
import { type Listed, listedProjects } from './listed-projects.ts';
import { person } from './project-names.ts';
import { type Random, randomOf } from './random.ts';
import { reportColumns } from './report-columns.ts';
import { judgeReportRow, reportRecord } from './report-oracle.ts';
import { groupsOf, type Part, partsOf, type Row } from './report-parts.ts';
import type { ReportPersona } from './report-personas.ts';
import { reportPlants } from './report-plants.ts';
import { type ReportTable, reportRow } from './report-row.ts';
import { equalName, otherName, unlistedNames } from './reported-names.ts';
import { sameAsAbove } from './same-as-above.ts';
import { withSections } from './sections.ts';
import { headLines, tailLines } from './surroundings.ts';

type State = {
  readonly outcomes: Map<Draft, Outcome>;
  readonly reported: Set<string>;
  readonly faults: Set<string>;
};

export type ForeignReport = ForeignBook & { readonly listed: readonly Listed[]; readonly receivedOn: string };

/** A monthly report as this office would send it, the list it is held against, and how it must be read. */
export async function reportBook(persona: ReportPersona, seed: number): Promise<ForeignReport> {
  const random = randomOf(seed);
  const { year, month, city } = persona;
  const listed = listedProjects(random, persona, random.int(18, 34));
  const { columns, extras } = reportColumns(random, persona);
  const next = month === 12 ? `${year + 1}-01` : `${year}-${String(month + 1).padStart(2, '0')}`;
  const table: ReportTable = {
    year,
    month,
    city,
    has: new Set(columns.map((c) => c.id)),
    unitOf: () => persona.unit,
    receivedOn: `${next}-0${random.int(6, 9)}`,
    reporter: person(random),
  };
  const rows = listed
    .filter(() => random.chance(0.85))
    .map(
      (one, i): Row => ({
        listed: one,
        draft: reportRow(random, one, i + 1, table),
        belongs: { listed: one, by: null },
      }),
    );
  for (const { draft } of rows)
    for (const [id, [, kind]] of extras) fill(draft, id, extraCell(random, kind, persona.unit));
  plant(random, rows, table, listed);
  const state: State = { outcomes: new Map(), reported: new Set(), faults: new Set() };
  const shown = { random, persona, columns, table, state };
  const plans = partsOf(random, persona, rows).map((part) => sheetOf(part, shown));
  const book = await writeBook(`${persona.office}${month}月.xlsx`, plans, state.outcomes, {
    emptySheet: random.chance(0.3),
  });
  return { ...book, listed, receivedOn: table.receivedOn };
}

function plant(random: Random, rows: readonly Row[], table: ReportTable, listed: readonly Listed[]): void {
  const free = random.shuffled(rows);
  const take = (fits: (row: Row) => boolean) => {
    const i = free.findIndex(fits);
    return i < 0 ? undefined : free.splice(i, 1)[0];
  };
  for (const one of random.shuffled(reportPlants).slice(0, 9)) {
    if (!one.needs.every((id) => table.has.has(id))) continue;
    const row = take(({ draft, listed: project }) => one.fits?.(draft, project, table) ?? true);
    if (row) one.plant(random, row.draft, table, row.listed);
  }
  const rename = (row: Row | undefined, name: string | undefined) =>
    row && name && putText(row.draft, 'name', name, name);
  const [other, again, equal, strange] = [take(isSound), take(isSound), take(isSound), take(isSound)];
  rename(other, other && otherName(random, other.listed, table.city));
  rename(again, again && otherName(random, again.listed, table.city));
  rename(equal, equal && equalName(random, equal.listed.name));
  if (strange && random.chance(0.6)) {
    rename(strange, random.pick(unlistedNames));
    putText(strange.draft, 'code', null, null);
    strange.belongs = { listed: undefined, by: null };
  }
  const [conflict, code] = [take(isSound), listed.find((one) => one.code !== null)?.code];
  if (conflict && code && conflict.listed.code !== code && table.has.has('code') && random.chance(0.4))
    putText(conflict.draft, 'code', code, code, 'code-name-conflict');
  const twice = take((row) => isSound(row) && rows.indexOf(row) > 3);
  const first = rows.find(
    (row) => isSound(row) && row !== twice && row.draft.record['name'] === row.listed.name,
  );
  if (twice && first && random.chance(0.5)) {
    rename(twice, first.listed.name);
    putText(twice.draft, 'code', null, null);
    twice.belongs = { listed: first.listed, by: null };
  }
}

const isSound = ({ draft }: Row) =>
  draft.record['name'] !== null &&
  draft.codes.every(({ code }) => code === 'alias-resolved') &&
  !draft.hidden;

type Shown = {
  readonly random: Random;
  readonly persona: ReportPersona;
  readonly columns: SheetPlan['columns'];
  readonly table: ReportTable;
  readonly state: State;
};

function sheetOf(part: Part, { random, persona, columns, table, state }: Shown): SheetPlan {
  const groups = groupsOf(persona, part.rows);
  const byDraft = new Map(part.rows.map((row) => [row.draft, row]));
  const sames = random.chance(0.3);
  if (sames)
    for (const group of groups) sameAsAbove(random, group, ['places', 'leadDepts', 'reporter', 'reportedOn']);
  for (const draft of groups.flatMap((g) => g.drafts))
    settle(byDraft.get(draft) as Row, persona, part, table, state);
  const wide = { columns };
  const lines = withSections(
    random,
    groups,
    {
      seqAt: Math.max(1, at(wide, 'seq') - marginOf(wide)),
      nameAt: at(wide, 'name') - marginOf(wide),
      counted: random.chance(0.6),
      merged: random.chance(0.5),
      numbering: 'chinese',
      subtotals: persona.sectionBy === 'none' ? 'none' : random.pick(['none', 'after', 'before', 'beside']),
      total: random.pick(['none', 'bottom', 'bottom', 'top']),
      formula: persona.formula === true,
      cumulative: true,
      sumColumns: ['monthFen', 'cumFen'],
      unitOf: table.unitOf,
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
      day: `${persona.year}年${persona.month}月底`,
      width: columns.length - marginOf(wide),
      ...(persona.unitIn === 'cell' ? { unitCell: persona.unit } : {}),
    }),
    lines: [...lines, ...tailLines(random)],
    mergedHeader: random.chance(0.8),
    mergedDown: random.chance(0.3) ? ['places', 'leadDepts', 'reporter'] : [],
    trailing: random.pick([0, 0, 4, 15]),
    numbered: random.chance(0.1),
    ...(!sames && random.chance(0.15) ? { repeatBefore: Math.floor(lines.length / 2) } : {}),
  };
}

/** Works out what a row must become, in the order of the workbook. */
function settle(
  { draft, listed, belongs }: Row,
  persona: ReportPersona,
  part: Part,
  table: ReportTable,
  state: State,
): void {
  const { has } = table;
  const bySection = persona.sectionBy === 'place' || persona.sectionBy === 'stage-place';
  const place = bySection ? listed.place : part.place;
  const name = has.has('name') ? (draft.record['name'] as string | null) : null;
  const code = has.has('code') ? (draft.record['code'] as string | null) : null;
  const project = belongs.listed;
  const isEqual = name !== null && project !== undefined && plain(name) === plain(project.name);
  const by = !project ? null : code !== null && code === project.code ? 'code' : isEqual ? 'name' : 'similar';
  const missing = draft.codes.some((one) => one.code === 'name-missing');
  if (!missing && !draft.codes.some((one) => one.code === 'code-name-conflict')) {
    if (!project) say(draft, 'name', 'project-not-found');
    else if (!isEqual && name !== null) say(draft, 'name', 'name-mismatch');
  }
  if (isRejected(draft)) {
    state.outcomes.set(draft, { status: 'rejected', key: null, record: null });
    return;
  }
  const inherited = place ? { code: place.code, name: place.name } : null;
  const record = reportRecord(draft, table, inherited, { listed: project, by });
  judgeReportRow(draft, record, table, project);
  if (project && state.reported.has(project.key)) say(draft, 'name', 'duplicate-report');
  if (project) state.reported.add(project.key);
  state.outcomes.set(draft, { status: 'accepted', key: project?.key ?? null, record });
}

function plain(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/[【〔[]/g, '(')
    .replace(/[】〕\]]/g, ')')
    .toLowerCase();
}
