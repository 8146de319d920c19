import { type City, systemActor } from '#access';
import { evaluate } from '#engines/indicators';
import { projectIndex } from '#engines/registry';
import { newId } from '#kernel/id';
import { addToMonth, firstDayOf, type Month, monthOfYear } from '#kernel/month';
import { addDays, type PlainDate } from '#kernel/plain-date';
import { cityPacks, type DemonstrationYear, demonstrationSection, sectionOf } from '#pack';
import { writeList } from '../../features/intake/acts/write-list.ts';
import { writeReports } from '../../features/intake/acts/write-reports.ts';
import { addDemonstrationAccounts } from './demonstration-accounts.ts';
import { addDemonstrationSecretary, addDemonstrationUnit } from './demonstration-holders.ts';
import { demonstrationListRow, demonstrationReportRow } from './demonstration-rows.ts';
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
      await fillYear(city, year);
      const unit = await addDemonstrationUnit(city, year);
      await addDemonstrationAccounts(city, { secretary, unit });
    });
  }
}

/** The projects with their plans, every month's reports as they came in, and the lights of each month. */
async function fillYear(city: City, data: DemonstrationYear): Promise<void> {
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
    await evaluate({ ...city, today: evaluationDay(month) }, { asOf: evaluationDay(month) });
  }
}

/** Reports of the demonstration come in on the 6th of the next month and are evaluated on the 10th. */
function dayOfReceipt(month: Month): PlainDate {
  return addDays(firstDayOf(addToMonth(month, 1)), 5);
}

function evaluationDay(month: Month): PlainDate {
  return addDays(firstDayOf(addToMonth(month, 1)), 9);
}
