import type { City } from '#access';
import { responsibilityGaps } from '#engines/registry';
import type { Id } from '#kernel/id';
import { type Month, yearOfMonth } from '#kernel/month';
import type { PlainDate } from '#kernel/plain-date';
import { type AgendaSource, keyOf } from '../domain/agenda.ts';
import { emptySheet } from '../domain/sheet.ts';
import { litMonthOn } from '../store/course.ts';
import { blockingOf } from './blocking-matters.ts';
import { commonCauses, mattersAtLevel, type RaisedMatter } from './propose-matters.ts';
import {
  type Courses,
  casesOf,
  coursesOf,
  type ProjectCase,
  type ProjectSheet,
  projectSheets,
  reasonsOf,
} from './propose-projects.ts';
import { undoneDecisions, undoneItems } from './propose-undone.ts';
import type { AgendaAsked, ProposedItem } from './proposed-item.ts';

export type ProposedAgenda = {
  readonly asOf: PlainDate;
  readonly month: Month | null;
  readonly items: readonly ProposedItem[];
  /** How many of each sort there were beyond those proposed. */
  readonly left: Readonly<Partial<Record<AgendaSource, number>>>;
};

/** What the data say should be spoken of. The same data as of the same day propose the same, in the same order. */
export async function proposeAgenda(city: City, asked: AgendaAsked): Promise<ProposedAgenda> {
  const { cadence, asOf, departments } = asked;
  const { agenda } = cadence;
  const month = await litMonthOn(city.tx, asOf);
  const courses = month ? await coursesOf(city, cadence, { month, asOf, departments }) : undefined;
  const cases = courses ? casesOf(courses) : [];
  const red = agenda.newlyRed ? cases.filter(({ newlyRed }) => newlyRed) : [];
  const worse = agenda.worsenedTwice
    ? cases.filter((one) => one.worse && !(agenda.newlyRed && one.newlyRed))
    : [];
  const raised = agenda.mattersFrom ? await mattersAtLevel(city, agenda.mattersFrom, asOf) : [];
  const ofMatters = new Set(raised.slice(0, agenda.most).map(({ row }) => row.projectId));
  const apart = (all: readonly ProjectCase[]) =>
    all.filter(({ course }) => !ofMatters.has(course.projectId as never));
  const [reds, worses] = [apart(red), apart(worse)];
  const shown = [...reds.slice(0, agenda.most), ...worses.slice(0, agenda.most)];
  const carried = await undoneDecisions(city, asked);
  const sheetIds = [
    ...shown.map(({ course }) => course.projectId),
    ...[...ofMatters, ...carried.map(({ projectId }) => projectId)].flatMap((id) => id ?? []),
  ];
  const sheets = courses
    ? await projectSheets(city, courses, sheetIds, asOf)
    : new Map<string, ProjectSheet>();
  const said = new Map([...red, ...worse].map((one) => [one.course.projectId, one]));
  const parts: [AgendaSource, ProposedItem[], number][] = [
    ['undone', await undoneItems(city, asked, carried.slice(0, agenda.most), sheets), carried.length],
    [
      'matter',
      await matterItems(city, asOf, raised.slice(0, agenda.most), { sheets, said, courses }),
      raised.length,
    ],
    ['newly-red', projectItems('newly-red', reds.slice(0, agenda.most), sheets, courses), reds.length],
    ['worsened', projectItems('worsened', worses.slice(0, agenda.most), sheets, courses), worses.length],
    await common(city, asked, month),
    await gaps(city, asked, month),
  ];
  return {
    ...{ asOf, month: month ?? null },
    items: parts.flatMap(([, items]) => items),
    left: Object.fromEntries(
      parts.flatMap(([source, items, all]) => (all > items.length ? [[source, all - items.length]] : [])),
    ),
  };
}

type Known = {
  readonly sheets: ReadonlyMap<string, ProjectSheet>;
  readonly said: ReadonlyMap<string, ProjectCase>;
  readonly courses: Courses | undefined;
};

/** A matter of a project brings the project's light and course with it, and its own clock first. */
async function matterItems(
  city: City,
  asOf: PlainDate,
  raised: readonly RaisedMatter[],
  { sheets, said, courses }: Known,
): Promise<ProposedItem[]> {
  const blocking = await blockingOf(
    city,
    raised.map(({ row }) => row),
    asOf,
  );
  return raised.map(({ row, levelName }, at): ProposedItem => {
    const of = row.projectId ? sheets.get(row.projectId) : undefined;
    const changed = row.projectId ? said.get(row.projectId) : undefined;
    const own = blocking[at]!;
    const others = (of?.sheet.matters ?? []).filter(({ matterId }) => matterId !== own.matterId);
    const more = changed && of && courses ? reasonsOf(changed, of.sheet, courses.month) : [];
    return {
      ...{ source: 'matter', sourceKey: keyOf.matter(row.matterId), title: `${own.kind} ${row.number}` },
      ...{ projectId: row.projectId as Id<'project'> | null, matterId: row.matterId, lead: row.lead },
      holders: [
        ...new Set(
          [row.lead, ...row.support, ...row.districts, ...(of?.project.holders ?? [])].flatMap(
            (id) => id ?? [],
          ),
        ),
      ],
      sheet: {
        ...(of?.sheet ?? emptySheet),
        title: of ? `${row.title}（${of.project.name}）` : row.title,
        reasons: [`已到“${levelName}”`, ...more],
        matters: [own, ...others],
      },
    };
  });
}

function projectItems(
  source: AgendaSource,
  cases: readonly ProjectCase[],
  sheets: ReadonlyMap<string, ProjectSheet>,
  courses: Courses | undefined,
): ProposedItem[] {
  return cases.flatMap((one): ProposedItem[] => {
    const { projectId } = one.course;
    const of = sheets.get(projectId);
    if (!of || !courses) return [];
    const { project, sheet } = of;
    const owner = project.owners.find(({ orgId }) => orgId !== null)?.orgId;
    const lead = project.districtIds[0] ?? owner ?? null;
    return [
      {
        ...{ source, sourceKey: keyOf.project(projectId), title: project.name },
        ...{
          projectId: projectId as Id<'project'>,
          matterId: sheet.matters[0]?.matterId ?? null,
          lead,
          holders: project.holders,
        },
        sheet: { ...sheet, reasons: reasonsOf(one, sheet, courses.month) },
      },
    ];
  });
}

const linesShown = 12;

async function common(
  city: City,
  { cadence, asOf }: AgendaAsked,
  month: Month | undefined,
): Promise<[AgendaSource, ProposedItem[], number]> {
  const { commonFrom, most } = cadence.agenda;
  if (!commonFrom) return ['common', [], 0];
  const found = await commonCauses(city, commonFrom, asOf);
  const items = found.slice(0, most).map(({ cause, name, rows }): ProposedItem => {
    const title = `共性问题：${name}（${rows.length}件）`;
    return {
      ...{ source: 'common', sourceKey: keyOf.cause(cause, month ?? (asOf.slice(0, 7) as Month)), title },
      ...{ projectId: null, matterId: null, lead: null, holders: [] },
      sheet: {
        ...{ ...emptySheet, title, reasons: [`同一原因的在办问题有 ${rows.length} 件`] },
        lines: cut(rows.map((row) => `${row.number}　${row.title}`)),
      },
    };
  });
  return ['common', items, found.length];
}

/** One item per kind of responsibility that projects lack. */
async function gaps(
  city: City,
  { cadence, asOf, departments }: AgendaAsked,
  month: Month | undefined,
): Promise<[AgendaSource, ProposedItem[], number]> {
  if (!cadence.agenda.gaps || departments.length > 0) return ['gap', [], 0];
  const at = month ?? (asOf.slice(0, 7) as Month);
  const missing = (await responsibilityGaps(city, yearOfMonth(at))).filter(
    ({ result, openSince }) => result === 'missing' && openSince <= asOf,
  );
  const found = [...Map.groupBy(missing, ({ kind }) => kind)];
  const items = found.slice(0, cadence.agenda.most).map(([kind, lines]): ProposedItem => {
    const [{ name, rule, clause } = { name: kind, rule: '', clause: null }] = lines;
    const title = `责任缺口：${lines.length} 个项目没有${name}`;
    return {
      ...{ source: 'gap', sourceKey: keyOf.gap(kind, at), title },
      ...{ projectId: null, matterId: null, lead: null, holders: [] },
      sheet: {
        ...{ ...emptySheet, title, reasons: [`${rule}${clause ? `（${clause}）` : ''}`] },
        lines: cut(lines.map((one) => `${one.project}（自 ${one.openSince} 起）`).sort()),
      },
    };
  });
  return ['gap', items, found.length];
}

function cut(lines: readonly string[]): string[] {
  if (lines.length <= linesShown) return [...lines];
  return [...lines.slice(0, linesShown), `另有 ${lines.length - linesShown} 项`];
}
