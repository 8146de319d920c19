import type { Month } from '#kernel/month';
import type { Place } from './dictionary.ts';
import { hasError } from './finding.ts';
import type { Match, ProjectIndex } from './match-project.ts';
import { departmentsNamedIn } from './read-department.ts';
import { readPerson } from './read-person.ts';
import { readLevel, readYesNo } from './read-words.ts';
import { amountOf, dateOfField, plainText, type RowCells } from './row-cells.ts';
import { codeOf, departmentsOf, nameOf, placesOf, reportRowLook } from './row-words.ts';
import { nameKey } from './spelling.ts';

/** A project's month as it is reported. Amounts are whole fen in decimal text; null is an empty mark. */
export type ReportRecord = {
  readonly month: Month;
  readonly name: string | null;
  readonly code: string | null;
  readonly district: Place | null;
  readonly monthFen: string | null;
  /** Of this year. */
  readonly cumFen: string | null;
  readonly progress: string | null;
  readonly started: boolean | null;
  readonly actualStart: string | null;
  readonly entered: boolean | null;
  readonly enteredOn: string | null;
  readonly problem: string | null;
  readonly problemDepts: readonly string[];
  readonly matter: string | null;
  readonly matterLevel: string | null;
  readonly reporter: string | null;
  readonly reportedOn: string | null;
  /** Only where the report has such a column. */
  readonly leadDepts?: readonly string[];
  readonly projectKey: string | null;
  readonly matchedBy: 'number' | 'code' | 'name' | 'similar' | null;
};

export type ReportRead = {
  readonly record: ReportRecord | null;
  readonly nameRead: string | null;
  /** The listed project, confirmed or only proposed. */
  readonly match: Match | undefined;
};

export type ReportSetting = {
  readonly month: Month;
  readonly find: ProjectIndex;
  /** Whether a person has confirmed that this row is the project with the similar name. */
  readonly isConfirmed: (match: Match) => boolean;
};

export function readReportRecord(cells: RowCells, { month, find, isConfirmed }: ReportSetting): ReportRead {
  const year = Number(month.slice(0, 4));
  const name = nameOf(cells);
  const code = codeOf(cells);
  const places = placesOf(cells);
  const district = places[0] ?? null;
  const number = cells.text('number')?.toUpperCase() ?? null;
  const match = matchOf(cells, { number, name, code, district: district?.name ?? null }, find);
  const leadDepts = cells.column('leadDepts') ? departmentsOf(cells) : undefined;
  const monthFen = amountOf(cells, 'monthFen');
  const cumFen = amountOf(cells, 'cumFen');
  const actualStart = dateOfField(cells, 'actualStart', year);
  const enteredOn = dateOfField(cells, 'enteredOn', year);
  const reportedOn = dateOfField(cells, 'reportedOn', year);
  reportRowLook(cells);
  if (hasError(cells.findings)) return { record: null, nameRead: name, match };
  const [problem, matter] = [cells.text('problem'), cells.text('matter')];
  const level = cells.text('matterLevel');
  const record: ReportRecord = {
    month,
    name,
    code,
    district,
    monthFen: monthFen === null ? null : String(monthFen),
    cumFen: cumFen === null ? null : String(cumFen),
    progress: progressOf(cells),
    started: yesNoOf(cells, 'started'),
    actualStart,
    entered: yesNoOf(cells, 'entered'),
    enteredOn,
    problem,
    problemDepts: departmentsNamedIn(`${problem ?? ''}\n${matter ?? ''}`, cells.dictionary),
    matter,
    matterLevel: level === null ? null : readLevel(level, cells.dictionary),
    reporter: reporterOf(cells),
    reportedOn,
    ...(leadDepts ? { leadDepts } : {}),
    ...belongingOf(match, isConfirmed),
  };
  return { record, nameRead: name, match };
}

function matchOf(
  cells: RowCells,
  reported: Parameters<ProjectIndex>[0],
  find: ProjectIndex,
): Match | undefined {
  if (reported.name === null && reported.code === null && !reported.number) {
    cells.report('name-missing', cells.column('name') ? 'name' : 'code');
    return undefined;
  }
  const at = cells.column('name') && reported.name !== null ? 'name' : 'code';
  const match = find(reported);
  if (!match) cells.report('project-not-found', at);
  else if (match.by === 'conflict') {
    const byNumber = match.project.key === reported.number;
    const code = byNumber ? 'number-name-conflict' : 'code-name-conflict';
    cells.report(code, byNumber ? 'number' : 'code', match.project.name);
  } else if (match.by === 'similar') cells.report('name-mismatch', at, match.project.name);
  else if (
    match.by !== 'name' &&
    reported.name !== null &&
    nameKey(reported.name) !== nameKey(match.project.name)
  )
    cells.report('name-mismatch', 'name', match.project.name);
  return match;
}

function belongingOf(
  match: Match | undefined,
  isConfirmed: (match: Match) => boolean,
): Pick<ReportRecord, 'projectKey' | 'matchedBy'> {
  if (!match || match.by === 'conflict') return { projectKey: null, matchedBy: null };
  if (match.by === 'similar' && !isConfirmed(match)) return { projectKey: null, matchedBy: null };
  return { projectKey: match.project.key, matchedBy: match.by };
}

function yesNoOf(cells: RowCells, field: string): boolean | null {
  const cell = cells.cell(field);
  if (cell?.boolean !== undefined) return cell.boolean;
  const text = plainText(cell, cells.dictionary);
  if (text === null) return tickedNo(cells, field) ? false : null;
  return readYesNo(text, cells.dictionary);
}

/** Some offices have two columns, 是 and 否, and tick one of them. */
function tickedNo(cells: RowCells, field: string): boolean {
  const yes = cells.column(field)?.header ?? '';
  if (!/\/[是已]$/.test(yes)) return false;
  const upper = yes.slice(0, -1);
  const no = cells.table.columns.find((c) => c.header === `${upper}否` || c.header === `${upper}未`);
  return no !== undefined && plainText(cells.cellOf(no), cells.dictionary) !== null;
}

/** 0.25 in a percent format is 25%. */
function progressOf(cells: RowCells): string | null {
  const cell = cells.cell('progress');
  const percent = /^0(?:\.(0+))?%/.exec(cell?.format ?? '');
  if (cell?.kind !== 'number' || cell.number === undefined || !percent) return cells.text('progress');
  return `${(cell.number * 100).toFixed(percent[1]?.length ?? 0)}%`;
}

/** Name alone where the column holds the telephone too. */
function reporterOf(cells: RowCells): string | null {
  const text = cells.text('reporter');
  if (text === null) return null;
  const read = readPerson(text);
  return read.phone === null ? text : read.name;
}
