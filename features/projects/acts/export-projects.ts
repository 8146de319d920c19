import { audit, type City, ensureMay } from '#access';
import { countProjects } from '#engines/registry';
import type { InputOf } from '#http';
import { lightNames } from '#kernel/light';
import { defineRefusals, ensure } from '#kernel/refusal';
import { type Column, type Table, tableBytes } from '#sheets';
import type { exportProjects as route } from '../contract.ts';
import { lineColumns, monthWords } from '../texts.ts';
import { allLines } from './all-lines.ts';
import { type Line, readFilter } from './find-lines.ts';
import { orderOf } from './list-projects.ts';

const most = 20_000;

defineRefusals({
  'project.export_too_large': {
    status: 422,
    text: '符合条件的项目有 {total} 个，一次最多导出 {most} 个。请缩小筛选范围后分次导出。',
  },
});

/** The list as it is shown: same filters, same order, same columns, amounts in the reader's unit. */
export async function exportProjects(city: City, input: InputOf<typeof route>) {
  ensureMay(city, 'project.export', {});
  const { unit = '万元', ...filter } = input;
  const asked = await readFilter(city, input);
  const total = await countProjects(city, asked.filter);
  ensure(total <= most, 'project.export_too_large', { total, most });
  await audit(city, { action: 'project.export', object: 'project', details: { filter, projects: total } });
  const { asOf, month } = asked.lights;
  const table: Table<Line> = {
    sheet: '项目清单',
    title: `${city.pack.name}项目清单`,
    note: `共${total}个项目，灯截至${asOf}（${month ? monthWords(month) : '尚未评价'}）；范围之外的金额不列出`,
    columns: columns(unit),
    rows: allLines(city, asked, orderOf(input)),
  };
  return {
    name: `项目清单_${city.pack.name}_${asOf}.xlsx`,
    bytes: await tableBytes([table as Table<unknown>]),
  };
}

function columns(unit: '万元' | '亿元'): Column<Line>[] {
  const title = lineColumns;
  const money = { kind: 'money', unit } as const;
  return [
    { title: title.number, kind: 'text', width: 16, value: (line) => line.number },
    { title: title.name, kind: 'text', width: 40, value: (line) => line.name },
    {
      title: title.districts,
      kind: 'text',
      value: (line) => line.districts.map((one) => one.name).join('、'),
    },
    { title: title.category, kind: 'text', value: (line) => line.category },
    { title: title.stage, kind: 'text', value: (line) => line.stage.name },
    {
      title: title.lists,
      kind: 'text',
      width: 24,
      value: (line) => line.lists.map((one) => one.name).join('、'),
    },
    { ...money, title: title.totalFen, value: (line) => line.totalFen },
    { ...money, title: title.planYearFen, value: (line) => line.planYearFen },
    { ...money, title: title.cumFen, value: (line) => line.cumFen },
    { title: title.rate, kind: 'percent', digits: 1, value: rateOf },
    {
      title: title.light,
      kind: 'text',
      value: (line) => (line.light ? `${lightNames[line.light]}灯` : line.apart),
    },
  ];
}

function rateOf({ cumFen, planYearFen }: Line): number | undefined {
  return cumFen === null || !planYearFen ? undefined : Number(cumFen) / Number(planYearFen);
}
