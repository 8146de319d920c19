import { audit, type City, ensureMay } from '#access';
import { findProjects, type ProjectRow, stagesSection } from '#engines/registry';
import type { InputOf } from '#http';
import { lightNames } from '#kernel/light';
import { sectionOf } from '#pack';
import { type Table, tableBytes } from '#sheets';
import type { MilestoneProject, listMilestones as route } from '../contract.ts';
import { daysLate, isOverdue, milestoneLight } from '../domain/milestone.ts';
import { milestonesSection } from '../milestones-section.ts';
import { readMilestones } from '../store/milestone-rows.ts';
import { texts, columnTitles as title, viewNames } from '../texts.ts';
import { lightText, noState } from './project-milestones.ts';

type Asked = InputOf<typeof route>;
const atOnce = 1000;

/** How the reader's projects in preparation stand with their formalities, the longest overdue first. */
export async function listMilestones(city: City, { view }: Asked) {
  ensureMay(city, 'milestone.view', {});
  const rule = sectionOf(city.pack, milestonesSection);
  const all = (await linesOf(city)).sort((a, b) => (b.worst?.daysLate ?? 0) - (a.worst?.daysLate ?? 0));
  const isLate = (one: MilestoneProject) => one.worst !== null;
  const isUnplanned = (one: MilestoneProject) => one.planned === 0 && one.done < one.needed;
  const counts = {
    late: all.filter(isLate).length,
    unplanned: all.filter(isUnplanned).length,
    all: all.length,
  };
  const rows = view === 'late' ? all.filter(isLate) : view === 'unplanned' ? all.filter(isUnplanned) : all;
  return { today: city.today, lightText: lightText(rule), counts, rows };
}

async function linesOf(city: City): Promise<MilestoneProject[]> {
  const { today, pack, tx } = city;
  const rule = sectionOf(pack, milestonesSection);
  const names = new Map(sectionOf(pack, stagesSection).stages.map(({ id, name }) => [id, name]));
  const projects = await inPreparation(city, rule.stages);
  const known = Map.groupBy(
    await readMilestones(
      tx,
      projects.map((one) => one.projectId),
    ),
    (row) => row.projectId,
  );
  return projects.map(({ projectId, number, name, districts, stage }) => {
    const own = new Map((known.get(projectId) ?? []).map((row) => [row.milestone, row]));
    const states = rule.milestones.map((one) => ({ name: one.name, ...(own.get(one.id) ?? noState) }));
    const needed = states.filter((one) => !one.notNeeded);
    const overdue = needed
      .filter((one) => isOverdue(one, today))
      .map((one) => ({ name: one.name, planned: one.planned, daysLate: daysLate(one, today) }))
      .sort((a, b) => b.daysLate - a.daysLate);
    const [worst] = overdue;
    return {
      ...{ projectId, number, name, districts: districts.map((one) => one.name) },
      stage: names.get(stage) ?? stage,
      done: needed.filter((one) => one.doneOn !== null).length,
      needed: needed.length,
      planned: needed.filter((one) => one.planned !== null).length,
      light: milestoneLight(rule, states, today),
      worst: worst?.planned ? { ...worst, planned: worst.planned, more: overdue.length - 1 } : null,
    };
  });
}

async function inPreparation(city: City, stages: readonly string[]): Promise<ProjectRow[]> {
  const all: ProjectRow[] = [];
  if (stages.length === 0) return all;
  for (let page = 1; ; page += 1) {
    const rows = await findProjects(city, { stages, ownOnly: true }, { page, size: atOnce });
    all.push(...rows.filter((one) => one.mergedInto === null));
    if (rows.length < atOnce) return all;
  }
}

export async function exportMilestones(city: City, asked: Asked) {
  ensureMay(city, 'milestone.export', {});
  const { rows, today, lightText: shines } = await listMilestones(city, asked);
  await audit(city, {
    action: 'milestone.export',
    object: 'project',
    details: { view: asked.view ?? 'all', projects: rows.length },
  });
  const name = `${texts.milestones}（${viewNames[asked.view ?? 'all']}）`;
  const table: Table<MilestoneProject> = {
    sheet: texts.milestones,
    title: name,
    note: `截至${today}，共${rows.length}个项目`,
    columns: [
      { title: title.number, kind: 'text', width: 16, value: (row) => row.number },
      { title: title.name, kind: 'text', width: 40, value: (row) => row.name },
      { title: title.districts, kind: 'text', width: 20, value: (row) => row.districts.join('、') },
      { title: title.stage, kind: 'text', value: (row) => row.stage },
      { title: title.done, kind: 'number', value: (row) => row.done },
      { title: title.needed, kind: 'number', value: (row) => row.needed },
      ...(shines
        ? [
            {
              title: title.light,
              kind: 'text' as const,
              value: (row: MilestoneProject) => (row.light ? lightNames[row.light] : null),
            },
          ]
        : []),
      { title: title.worst, kind: 'text', width: 30, value: (row) => row.worst?.name },
      { title: title.planned, kind: 'text', value: (row) => row.worst?.planned },
      { title: title.daysLate, kind: 'number', value: (row) => row.worst?.daysLate },
    ],
    rows,
  };
  return {
    name: `${name}_${city.pack.name}_${today}.xlsx`,
    bytes: await tableBytes([table as Table<unknown>]),
  };
}
