import { type City, ensureMay } from '#access';
import { type BoardColumn, instantOf, matterBoard, mostCounted } from '#engines/matters';
import type { InputOf } from '#http';
import { dueColumns, type matterBoard as route } from '../contract.ts';
import { columnNames } from '../texts.ts';
import { matterLines } from './matter-lines.ts';

/** Open matters by days left: of the reader's own organisations unless another unit or everything in reach is asked. */
export async function viewBoard(city: City, { lead, whole, kinds }: InputOf<typeof route>) {
  ensureMay(city, 'matter.view');
  const of = lead ? 'unit' : whole || city.actor.holders.length === 0 ? 'reach' : 'own';
  const leads = of === 'unit' ? [lead as string] : of === 'own' ? city.actor.holders : undefined;
  const rows = await matterBoard(city, { lead: leads, kinds });
  const lines = await matterLines(city, rows);
  const columns = dueColumns.flatMap((id: BoardColumn) => {
    const own = rows.flatMap((row, at) => (row.column === id ? [{ row, line: lines[at]! }] : []));
    const inColumn = own[0]?.row.inColumn ?? 0;
    const count = Math.min(inColumn, mostCounted);
    if (id === 'none' && count === 0) return [];
    return [{ id, name: columnNames[id], count, more: inColumn > count, rows: own.map(({ line }) => line) }];
  });
  const total = columns.reduce((sum, { count }) => sum + count, 0);
  const more = columns.some((column) => column.more);
  return { now: instantOf(city), today: city.today, of, total, more, columns } as const;
}
