import { audit, type City, ensureMay } from '#access';
import type { InputOf } from '#http';
import { lightNames } from '#kernel/light';
import { type Table, tableBytes } from '#sheets';
import type { CoverageRow, LoadRow, exportSecretaryCoverage as route } from '../contract.ts';
import { loadTitles, stateNames, texts, columnTitles as title } from '../texts.ts';
import { secretaryCoverage } from './coverage.ts';

/** The rows as they are shown, and the load of each secretary. */
export async function exportCoverage(city: City, asked: InputOf<typeof route>) {
  ensureMay(city, 'secretary.export-coverage', {});
  const { rows, load, today, silentDays, basis, kind } = await secretaryCoverage(city, asked);
  await audit(city, {
    action: 'secretary.export-coverage',
    object: 'project',
    details: { filter: asked, projects: rows.length },
  });
  const name = `${kind?.name ?? texts.secretary}配备和在岗情况`;
  const note = `截至${today}，共${rows.length}个项目；${texts.silentRule(silentDays, basis)}`;
  const text = (of: string, width: number, value: (row: CoverageRow) => string | null | undefined) => ({
    ...{ title: of, kind: 'text' as const, width, value },
  });
  const projects: Table<CoverageRow> = {
    ...{ sheet: '项目', title: name, note, rows },
    columns: [
      text(title.number, 16, (row) => row.number),
      text(title.name, 40, (row) => row.name),
      text(title.districts, 20, (row) => row.districts.map((one) => one.name).join('、')),
      text(title.stage, 12, (row) => row.stage),
      text(title.light, 8, (row) => (row.light ? lightNames[row.light] : null)),
      text(title.secretaries, 16, (row) => row.secretaries.join('、')),
      text(title.state, 14, (row) => stateNames[row.state]),
      { title: title.lastOn, kind: 'date', value: (row) => row.lastOn },
      { title: title.daysSilent, kind: 'number', value: (row) => row.daysSilent },
      text(title.nextStep, 40, (row) => row.nextStep),
      { title: title.nextOn, kind: 'date', value: (row) => row.nextOn },
      { title: title.openMatters, kind: 'number', value: (row) => row.openMatters },
    ],
  };
  const people: Table<LoadRow> = {
    ...{ sheet: '每人项目数', title: `${name}：每人项目数`, note, rows: load },
    columns: [
      { title: loadTitles.name, kind: 'text', width: 16, value: (row) => row.name },
      { title: loadTitles.projects, kind: 'number', value: (row) => row.projects },
      { title: loadTitles.active, kind: 'number', value: (row) => row.active },
      { title: loadTitles.silent, kind: 'number', value: (row) => row.silent },
      { title: loadTitles.lastOn, kind: 'date', value: (row) => row.lastOn },
      { title: loadTitles.lateSteps, kind: 'number', value: (row) => row.lateSteps },
    ],
  };
  return {
    name: `${name}_${city.pack.name}_${today}.xlsx`,
    bytes: await tableBytes([projects as Table<unknown>, people as Table<unknown>]),
  };
}
