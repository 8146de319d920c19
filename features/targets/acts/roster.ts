import { audit, type City, ensureMay, ensureNotSecret } from '#access';
import { enteredSubjects } from '#engines/indicators';
import {
  cleanName,
  findProjects,
  type ProjectId,
  projectIndex,
  recordStatistics,
  statisticsStates,
} from '#engines/registry';
import type { InputOf, OutputOf } from '#http';
import type { ReceivedFile } from '#http/client';
import { monthOfYear } from '#kernel/month';
import { isPlainDate, type PlainDate } from '#kernel/plain-date';
import { ensure } from '#kernel/refusal';
import { readWorkbook } from '#sheets';
import type {
  Finding,
  RosterRow,
  readRosterFile,
  readRoster as readRoute,
  recordRoster as recordRoute,
  rosterViews,
} from '../contract.ts';
import { headerTable } from './header-table.ts';
import '../refusals.ts';

type View = (typeof rosterViews)[number];
const atOnce = 1000;

/** Which of the reader's projects are on the bureau's roster, beside what their reports say. */
export async function readRoster(city: City, { year, view }: InputOf<typeof readRoute>) {
  ensureMay(city, 'statistics.view', {});
  const places = await ownProjects(city, year);
  const said = await enteredSubjects(city, { first: monthOfYear(year, 1), last: monthOfYear(year, 12) });
  const stated = new Map(
    (await statisticsStates(city, { asOf: city.today, year })).map((one) => [one.projectId, one]),
  );
  const all: RosterRow[] = [...places].map(([projectId, { number, name, districts }]) => {
    const fact = stated.get(projectId)?.latest;
    return {
      ...{ projectId, number, name, districts: [...districts] },
      onRoster: fact?.entered ?? null,
      enteredOn: fact?.enteredOn ?? null,
      source: fact?.source ?? null,
      statedOn: fact?.statedOn ?? null,
      reported: said.get(projectId) ?? null,
    };
  });
  const counts = Object.fromEntries(Object.entries(tests).map(([id, test]) => [id, all.filter(test).length]));
  return { counts, rows: all.filter(tests[view ?? 'all']) };
}

const tests: Readonly<Record<View, (row: RosterRow) => boolean>> = {
  entered: (row) => row.onRoster === true,
  'only-roster': (row) => row.onRoster === true && row.reported !== true,
  'only-reports': (row) => row.onRoster !== true && row.reported === true,
  all: () => true,
};

type Place = { readonly number: string; readonly name: string; readonly districts: readonly string[] };

async function ownProjects(city: City, year: number): Promise<Map<ProjectId, Place>> {
  const own = new Map<ProjectId, Place>();
  for (let page = 1; ; page += 1) {
    const rows = await findProjects(city, { year, ownOnly: true }, { page, size: atOnce });
    for (const { projectId, number, name, districts } of rows) {
      own.set(projectId, { number, name, districts: districts.map((one) => one.name) });
    }
    if (rows.length < atOnce) return own;
  }
}

const columns = { project: '项目', enteredOn: '入统日期' } as const;

type Read = OutputOf<typeof readRosterFile>['rows'][number];

/** Reads a roster: a project by code, number or name, and its day. Nothing is written. */
export async function readRosterTable(city: City, file: ReceivedFile) {
  ensureMay(city, 'statistics.record', {});
  const { sheets } = await readWorkbook(file.bytes, { name: file.name });
  const table = headerTable(
    sheets.find((sheet) => !sheet.hidden),
    Object.values(columns),
  );
  const index = await projectIndex(city);
  const rows: Read[] = [];
  const findings: Finding[] = [];
  ensureNotSecret({ text: table.map((row) => row.cell(columns.project)?.text ?? '').join('\n') });
  for (const { number: row, cell } of table) {
    const text = cell(columns.project)?.text.trim() ?? '';
    const written = cell(columns.enteredOn);
    const day = written?.day ?? written?.text.trim().replaceAll('/', '-') ?? '';
    const found = index.filter(
      (one) => one.code === text || one.number === text || cleanName(one.name) === cleanName(text),
    );
    const report = (column: keyof typeof columns, message: string, remedy: string) =>
      findings.push({
        row,
        column: columns[column],
        value: cell(columns[column])?.text ?? '',
        message,
        remedy,
      });
    const [project] = found;
    if (!project || found.length > 1) {
      const message = found.length > 1 ? '有几个项目同名' : '没有这个项目';
      report('project', message, '请写项目代码、编号或全称');
    }
    if (!isPlainDate(day)) report('enteredOn', '不是日期', '请写成 2023-05-06');
    if (!project || found.length > 1 || !isPlainDate(day)) continue;
    const { projectId, number, name } = project;
    rows.push({ row, projectId, number, name, enteredOn: day });
  }
  return { rows, findings };
}

export async function recordRoster(city: City, input: InputOf<typeof recordRoute>) {
  ensureMay(city, 'statistics.record', {});
  const { rows, statedOn } = input;
  const source = input.source.trim();
  ensureNotSecret({ text: source });
  ensure(source !== '', 'figure.source_empty');
  ensure(statedOn <= city.today, 'figure.stated_in_future', { statedOn });
  for (const { enteredOn } of rows) {
    ensure(enteredOn <= city.today, 'statistics.roster_day_wrong', { enteredOn });
  }
  const facts = rows.map(({ projectId, enteredOn }) => ({
    ...{ projectId, entered: true, statedOn: statedOn as PlainDate, source },
    enteredOn: enteredOn as PlainDate,
  }));
  const recorded = await recordStatistics(city, facts);
  await audit(city, {
    action: 'statistics.record',
    object: 'roster',
    details: { projects: rows.length, recorded, source, statedOn },
  });
  return { recorded };
}
