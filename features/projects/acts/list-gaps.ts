import { audit, type City, ensureMay } from '#access';
import * as registry from '#engines/registry';
import type { InputOf } from '#http';
import { daysBetween, type PlainDate, yearOf } from '#kernel/plain-date';
import { sectionOf } from '#pack';
import { type Table, tableBytes } from '#sheets';
import type { GapRow, responsibilityGaps as route } from '../contract.ts';
import { gapResultNames, texts, gapColumns as title } from '../texts.ts';
import { ownProjects } from './own-projects.ts';

type Asked = InputOf<typeof route>;

/** Gaps of the projects whose card the reader sees in full: of others nobody could tell. */
export async function listGaps(city: City, { year, kind, district, countsOnly }: Asked) {
  ensureMay(city, 'project.view-gaps', {});
  const all = await gapRows(city, year);
  return {
    ...{ year, kinds: countKinds(all), districts: countDistricts(all) },
    rows: all.filter(
      (row) =>
        !countsOnly &&
        (!kind || row.kind.id === kind) &&
        (!district || row.districts.some((one) => one.orgId === district)),
    ),
  };
}

/** The longest open first. */
async function gapRows(city: City, year: number): Promise<GapRow[]> {
  const own = await ownProjects(city, year);
  const gaps = (await registry.responsibilityGaps(city, year)).filter((gap) => own(gap.projectId));
  const organisations = await registry.listOrganisations(city);
  const names = new Map(organisations.map((one) => [one.orgId, one.name]));
  const { groups } = sectionOf(city.pack, registry.organisationsSection);
  const slug = groups.find((one) => one.id === 'coordinator')?.members[0];
  const coordinator = organisations.find((one) => one.slug === slug)?.name;
  const last = lastDay(city, year);
  return gaps
    .map((gap): GapRow => {
      const districts = gap.districts.map((orgId) => ({ orgId, name: names.get(orgId) ?? '' }));
      const offices = {
        district: districts.map((one) => one.name),
        department: [...gap.departments],
        coordinator: coordinator ? [coordinator] : [],
      };
      return {
        ...{ projectId: gap.projectId, number: gap.number, name: gap.project, districts },
        ...{ kind: { id: gap.kind, name: gap.name }, result: gap.result, rule: gap.rule },
        ...{ clause: gap.clause, openSince: gap.openSince },
        actedBy: gap.namedBy ? offices[gap.namedBy] : [],
        daysOpen: daysBetween(gap.openSince, last),
      };
    })
    .sort((a, b) => b.daysOpen - a.daysOpen);
}

/** Of a past year its gaps stood until its last day. */
function lastDay({ today }: City, year: number): PlainDate {
  return yearOf(today) > year ? (`${year}-12-31` as PlainDate) : today;
}

function countKinds(rows: readonly GapRow[]) {
  return [...Map.groupBy(rows, (row) => row.kind.id).values()].map((of) => ({
    ...{ id: of[0]?.kind.id ?? '', name: of[0]?.kind.name ?? '', count: of.length },
  }));
}

function countDistricts(rows: readonly GapRow[]) {
  const each = rows.flatMap((row) => row.districts);
  return [...Map.groupBy(each, (one) => one.orgId).values()].flatMap((of) =>
    of[0] ? [{ ...of[0], count: of.length }] : [],
  );
}

/** The gaps as they are shown. */
export async function exportGaps(city: City, asked: Asked) {
  ensureMay(city, 'project.export-gaps', {});
  const { year, rows } = await listGaps(city, asked);
  await audit(city, {
    action: 'project.export-gaps',
    object: 'project',
    details: { year, gaps: rows.length },
  });
  const table: Table<GapRow> = {
    sheet: texts.gaps,
    title: `${year}年${texts.gaps}`,
    note: `截至${lastDay(city, year)}，共${rows.length}处`,
    columns: [
      { title: title.number, kind: 'text', width: 16, value: (row) => row.number },
      { title: title.name, kind: 'text', width: 40, value: (row) => row.name },
      { title: title.districts, kind: 'text', width: 20, value: (row) => placesOf(row) },
      { title: title.kind, kind: 'text', value: (row) => row.kind.name },
      { title: title.result, kind: 'text', width: 24, value: (row) => gapResultNames[row.result] },
      { title: title.actedBy, kind: 'text', width: 24, value: (row) => row.actedBy.join('、') },
      { title: title.openSince, kind: 'date', value: (row) => row.openSince },
      { title: title.daysOpen, kind: 'number', value: (row) => row.daysOpen },
      { title: title.rule, kind: 'text', width: 50, value: (row) => row.rule },
      { title: title.clause, kind: 'text', value: (row) => row.clause },
    ],
    rows,
  };
  return {
    name: `${year}年${texts.gaps}_${city.pack.name}_${city.today}.xlsx`,
    bytes: await tableBytes([table as Table<unknown>]),
  };
}

function placesOf(row: GapRow): string {
  return row.districts.map((one) => one.name).join('、');
}
