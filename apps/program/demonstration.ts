import { type City, systemActor } from '#access';
import { assignDays, lockMonth, proposedDays, publishMonth, reportingRulesOf } from '#engines/indicators';
import { projectIndex } from '#engines/registry';
import { newId } from '#kernel/id';
import { addToMonth, firstDayOf, type Month, monthOfYear } from '#kernel/month';
import { addDays, type PlainDate } from '#kernel/plain-date';
import { cityPacks, type DemonstrationYear, demonstrationSection, sectionOf } from '#pack';
import { writeList } from '../../features/intake/acts/write-list.ts';
import { writeReports } from '../../features/intake/acts/write-reports.ts';
import { addDemonstrationAccounts } from './demonstration-accounts.ts';
import { fillCommitments } from './demonstration-commitments.ts';
import { addDemonstrationSecretary, addDemonstrationUnit } from './demonstration-holders.ts';
import { fillMatters } from './demonstration-matters.ts';
import { fillMeetings } from './demonstration-meetings.ts';
import { fillRunningMonth } from './demonstration-month.ts';
import { fillPetitions } from './demonstration-petitions.ts';
import { fillPressure } from './demonstration-pressure.ts';
import { demonstrationListRow, demonstrationReportRow } from './demonstration-rows.ts';
import { fillStarts } from './demonstration-starts.ts';
import { fillTargets } from './demonstration-targets.ts';
import { fillVisits } from './demonstration-visits.ts';
import { enterCity } from './enter-city.ts';
import { hasAccounts, type Program, packNamed } from './program.ts';

const options = { acceptGood: true, acceptSimilar: false, reason: null, approver: null };
const fileName = '演示数据';

/**
 * Fills the demonstration database with the demonstration year of every shipped city, once. The accounts come with
 * the year in one transaction: a city without any was left half-way by a start that was killed, and is filled now.
 */
export async function fillDemonstration(program: Program, say: (line: string) => void): Promise<void> {
  const entered = [...program.packs.values()];
  let isTold = false;
  for (const packId of cityPacks()) {
    const pack = entered.find(({ id }) => id === packId) ?? packNamed(packId);
    const year = sectionOf(pack, demonstrationSection);
    if (!year || (await hasAccounts(program, pack.cityId))) continue;
    if (!isTold) say('正在准备演示数据……');
    isTold = true;
    const { cityId } = await enterCity(program, packId);
    const inDemonstration = <T>(act: (city: City) => Promise<T>) =>
      program.world.open({ cityId, actor: systemActor }, { readOnly: false, origin: {} }, act);
    await inDemonstration(async (city) => {
      const secretary = await addDemonstrationSecretary(city, year);
      const list = await fillList(city, year);
      const unit = await addDemonstrationUnit(city, year);
      await addDemonstrationAccounts(city, { secretary, unit });
      await fillMonths(city, year, list);
      await fillTargets(city, year.year);
      await fillStarts(city);
      await fillRunningMonth(city, year);
      await fillMatters(city, year);
      await fillVisits(city, year);
      await fillCommitments(city, year);
      await fillMeetings(city, year);
      await fillPressure(city, year);
    });
    await fillPetitions(program, cityId);
  }
}

/** The projects with their plans. */
async function fillList(city: City, data: DemonstrationYear) {
  const { year } = data;
  const request = {
    kind: 'projects' as const,
    year,
    month: null,
    receivedOn: firstDayOf(monthOfYear(year, 1)),
    sender: null,
    fileName,
    mapping: null,
    importId: newId<'import'>(),
  };
  await writeList(city, request, data.projects.map(demonstrationListRow), options);
  return request;
}

/** Every month's reports as they came in; each month assigned, locked on its evaluation day and published. */
async function fillMonths(
  city: City,
  data: DemonstrationYear,
  request: Awaited<ReturnType<typeof fillList>>,
): Promise<void> {
  const { year } = data;
  const ids = new Map(
    (await projectIndex(city, year)).map((project) => [project.name, project.projectId as string]),
  );
  for (const [month, reports] of [...Map.groupBy(data.reports, (report) => report.month)].sort()) {
    const receivedOn = dayOfReceipt(month);
    const rows = reports.map((report) => demonstrationReportRow(report, report.name));
    await writeReports(
      city,
      { ...request, kind: 'reports', month, receivedOn, importId: newId<'import'>() },
      { month, rows, ids },
      options,
    );
  }
  for (let month = monthOfYear(year, 1); evaluationDay(month) <= data.asOf; month = addToMonth(month, 1)) {
    const onDay = { ...city, today: evaluationDay(month) };
    await assignDays(onDay, month, { days: proposedDays(reportingRulesOf(city), month), note: null });
    await lockMonth(onDay, { month, asOf: onDay.today });
    await publishMonth(onDay, month);
  }
}

/** Reports of the demonstration come in on the 6th of the next month and are evaluated on the 10th. */
function dayOfReceipt(month: Month): PlainDate {
  return addDays(firstDayOf(addToMonth(month, 1)), 5);
}

function evaluationDay(month: Month): PlainDate {
  return addDays(firstDayOf(addToMonth(month, 1)), 9);
}
