import { audit, type City, ensureMay } from '#access';
import { stagesSection } from '#engines/registry';
import type { InputOf } from '#http';
import { sectionOf } from '#pack';
import { type Table, tableBytes } from '#sheets';
import type { listStarts as route, StartRow } from '../contract.ts';
import { checkNames, stateNames, texts, columnTitles as title } from '../texts.ts';
import { startsOfYear } from './starts-of-year.ts';

type Asked = InputOf<typeof route>;

export async function listStarts(city: City, { year, state, countsOnly }: Asked) {
  ensureMay(city, 'start.view', {});
  const all = await startsOfYear(city, year);
  const counts: Record<string, number> = {};
  for (const one of all.flatMap((row) => row.states)) counts[one] = (counts[one] ?? 0) + 1;
  const rows = countsOnly ? [] : all.filter((row) => !state || row.states.includes(state));
  return { year, ...startRule(city), counts, rows };
}

export function startRule({ pack }: City): { text: string; clause: string | null } {
  const { text, clause = null } = sectionOf(pack, stagesSection).startCheck;
  return { text, clause };
}

/** The list as it is shown. */
export async function exportStarts(city: City, asked: Asked) {
  ensureMay(city, 'start.export', {});
  const { year, rows, text } = await listStarts(city, asked);
  const { state } = asked;
  await audit(city, {
    action: 'start.export',
    object: 'project',
    details: { year, state: state ?? null, projects: rows.length },
  });
  const name = `${year}年${texts.starts}${state ? `（${stateNames[state]}）` : ''}`;
  const table: Table<StartRow> = {
    sheet: texts.starts,
    title: name,
    note: `截至${city.today}，共${rows.length}个项目。开工标准：${text}`,
    columns: [
      { title: title.number, kind: 'text', width: 16, value: (row) => row.number },
      { title: title.name, kind: 'text', width: 40, value: (row) => row.name },
      { title: title.districts, kind: 'text', width: 20, value: (row) => row.districts.join('、') },
      { title: title.stage, kind: 'text', value: (row) => row.stage },
      { title: title.plannedStart, kind: 'text', value: (row) => row.plannedStart },
      { title: title.begun, kind: 'text', value: (row) => (row.begun ? texts.begun : texts.notBegun) },
      { title: title.missing, kind: 'text', width: 30, value: (row) => row.missing },
      { title: title.check, kind: 'text', value: (row) => checkNames[row.check] },
      { title: title.seenOn, kind: 'date', value: (row) => row.seenOn },
      { title: title.seenBy, kind: 'text', value: (row) => row.seenBy },
      { title: title.ground, kind: 'text', width: 30, value: (row) => row.ground },
    ],
    rows,
  };
  return {
    name: `${name}_${city.pack.name}_${city.today}.xlsx`,
    bytes: await tableBytes([table as Table<unknown>]),
  };
}
