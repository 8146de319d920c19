import { audit, type City, ensureMay } from '#access';
import { listMatters } from '#engines/matters';
import type { InputOf } from '#http';
import { ensure } from '#kernel/refusal';
import { type Column, tableBytes } from '#sheets';
import { type exportMatters as route, satisfactionNames } from '../contract.ts';
import { filterOf } from './list-matters.ts';
import { type Line, matterLines } from './matter-lines.ts';

const most = 20_000;

/** The list as it is filtered on the screen, all pages of it. */
export async function exportMatters(city: City, input: InputOf<typeof route>) {
  ensureMay(city, 'matter.export');
  const filter = filterOf(city, input);
  const { rows, total } = await listMatters(city, filter, { limit: most, offset: 0 });
  ensure(total <= most, 'matter.export_too_large', { total, most });
  const details = { filter: input, matters: total };
  await audit(city, { action: 'matter.export', object: 'matter', details });
  const table = {
    sheet: '事项',
    title: `${city.pack.name}事项清单`,
    note: `共 ${total} 个事项，${city.actor.name}于 ${city.today} 导出，剩余时间截至导出之时`,
    columns,
    rows: await matterLines(city, rows),
  };
  return { name: `事项清单_${city.today}.xlsx`, bytes: await tableBytes([table]) };
}

function text(title: string, width: number, value: (line: Line) => string | null | undefined): Column<Line> {
  return { kind: 'text', title, width, value: (line) => value(line) ?? undefined };
}

const columns: readonly Column<Line>[] = [
  text('编号', 14, (line) => line.number),
  text('种类', 12, (line) => line.kind.name),
  text('标题', 40, (line) => line.title),
  text('项目', 30, (line) => line.project?.name),
  text('环节', 10, (line) => line.state.name),
  text('协调层级', 20, (line) => line.level?.name),
  text('牵头单位', 18, (line) => line.lead?.name),
  text('配合单位', 24, (line) => line.support.map(({ name }) => name).join('、')),
  text('提出人', 18, (line) => line.raiser),
  text('地区', 14, (line) => line.districts.map(({ name }) => name).join('、')),
  text('类别', 14, (line) => line.category ?? line.cause),
  text('来源', 12, (line) => line.source.name),
  text('提出日期', 12, (line) => line.openedOn),
  text('到期日期', 12, (line) => line.due.dueOn),
  text('剩余时间', 12, (line) => line.due.text),
  text('办结日期', 12, (line) => line.closedOn),
  text('转办次数', 8, (line) => String(line.bounces)),
  text('重办次数', 8, (line) => String(line.redos)),
  text('满意度', 10, (line) =>
    line.satisfaction === null ? null : satisfactionNames[line.satisfaction - 1],
  ),
];
