import { audit, type City, ensureMay } from '#access';
import { countProjects } from '#engines/registry';
import type { InputOf } from '#http';
import { lightNames } from '#kernel/light';
import { monthText } from '#kernel/month';
import { defineRefusals, ensure } from '#kernel/refusal';
import { type Column, type Table, tableOnDisk } from '#sheets';
import { lineColumnIds, type exportProjects as route } from '../contract.ts';
import { lineColumns } from '../texts.ts';
import { allLines } from './all-lines.ts';
import { type Line, readFilter } from './find-lines.ts';
import { orderOf } from './list-projects.ts';

const most = 100_000;

defineRefusals({
  'project.export_too_large': {
    status: 422,
    text: '符合条件的项目有 {total} 个，一次最多导出 {most} 个。请缩小筛选范围后分次导出。',
  },
});

/** The list as it is shown: same filters, same order, same columns, amounts in the reader's unit. */
export async function exportProjects(city: City, input: InputOf<typeof route>) {
  ensureMay(city, 'project.export', {});
  const { unit = '万元', columns: _, ...filter } = input;
  const asked = await readFilter(city, input);
  const total = await countProjects(city, asked.filter);
  ensure(total <= most, 'project.export_too_large', { total, most });
  await audit(city, { action: 'project.export', object: 'project', details: { filter, projects: total } });
  const { asOf, month } = await asked.lightsOf([]);
  const table: Table<Line> = {
    sheet: '项目清单',
    title: `${city.pack.name}项目清单`,
    note: `共${total}个项目，灯截至${asOf}（${month ? monthText(month) : '尚未评价'}）；范围之外的金额不列出`,
    columns: columns(unit, input.columns),
    rows: allLines(city, asked, orderOf(input)),
  };
  return {
    name: `项目清单_${city.pack.name}_${asOf}.xlsx`,
    stream: await tableOnDisk([table as Table<unknown>]),
  };
}

type LineColumn = (typeof lineColumnIds)[number];

/** The columns asked for, in the order of the list. */
function columns(unit: '万元' | '亿元', asked: readonly LineColumn[] = lineColumnIds): Column<Line>[] {
  const joined = (names: readonly string[]) => names.join('、');
  const text = (width: number, value: (line: Line) => string | null) => ({
    kind: 'text' as const,
    width,
    value,
  });
  const money = (value: (line: Line) => bigint | null) => ({ kind: 'money' as const, unit, value });
  const all: Readonly<Record<LineColumn, WithoutTitle>> = {
    number: text(16, (line) => line.number),
    name: text(40, (line) => line.name),
    districts: text(18, (line) => joined(line.districts.map((one) => one.name))),
    category: text(10, (line) => line.category),
    stage: text(10, (line) => line.stage.name),
    lists: text(24, (line) => joined(line.lists.map((one) => one.name))),
    leadDepts: text(24, (line) => joined(line.leadDepts)),
    totalFen: money((line) => line.totalFen),
    planYearFen: money((line) => line.planYearFen),
    cumFen: money((line) => line.cumFen),
    rate: { kind: 'percent', digits: 1, value: rateOf },
    light: text(10, (line) => (line.light ? `${lightNames[line.light]}灯` : line.apart)),
  };
  return lineColumnIds
    .filter((id) => asked.includes(id))
    .map((id): Column<Line> => ({ ...all[id], title: lineColumns[id] }));
}

type WithoutTitle =
  Column<Line> extends infer C ? (C extends { title: string } ? Omit<C, 'title'> : never) : never;

function rateOf({ cumFen, planYearFen }: Line): number | undefined {
  return cumFen === null || !planYearFen ? undefined : Number(cumFen) / Number(planYearFen);
}
