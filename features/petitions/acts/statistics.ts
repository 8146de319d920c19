import { audit, type City, ensureMay } from '#access';
import { matterKind } from '#engines/matters';
import type { InputOf } from '#http';
import { daysBetween, type PlainDate } from '#kernel/plain-date';
import { ensure } from '#kernel/refusal';
import { type Column, tableBytes } from '#sheets';
import type {
  exportPetitionStatistics as exportRoute,
  PetitionCount,
  petitionStatistics as route,
} from '../contract.ts';
import { type CountBy, type CountRow, countPetitions } from '../store/count.ts';
import { countNotes } from '../texts.ts';
import { categoryName } from './intake.ts';
import { unitNames } from './unit-names.ts';

type Span = { readonly from: PlainDate; readonly to: PlainDate };

const mostDays = 366;

/** Taken, answered at once, dispatched, closed, satisfied: each said what it is counted of. */
export async function viewStatistics(city: City, { by, from, to }: InputOf<typeof route>) {
  ensureMay(city, 'petition.count', { holders: city.actor.holders });
  const rows = await counted(city, by, { from, to });
  return {
    ...{ from, to, rows, total: sumOf(rows), notes: countNotes.map((note) => ({ ...note })) },
    covers: city.actor.reach === 'city' ? '全市' : '您范围内的诉求和来电',
  };
}

async function counted(city: City, by: CountBy, span: Span): Promise<PetitionCount[]> {
  ensure(span.from <= span.to, 'petition.span_backwards');
  ensure(daysBetween(span.from, span.to) < mostDays, 'petition.span_too_long', { most: mostDays });
  const [rows, units] = await Promise.all([countPetitions(city.tx, by, span), unitNames(city)]);
  return rows.map((row) => {
    const { key, ...figures } = row;
    return { id: key, name: nameOf(city, by, row, units.nameOf), ...figures };
  });
}

function nameOf(
  city: City,
  by: CountBy,
  { key }: CountRow,
  unit: (id: string | null) => string | null,
): string {
  if (by === 'day') return key;
  if (by === 'unit') return (key === '' ? null : unit(key)) ?? '尚未交办';
  const [kind = '', category = ''] = key.split(' ');
  return `${matterKind(kind).text} · ${categoryName(city, kind, category || null) ?? '未分类'}`;
}

function sumOf(rows: readonly PetitionCount[]): PetitionCount {
  const sum = (of: (row: PetitionCount) => number) => rows.reduce((so, row) => so + of(row), 0);
  return {
    ...{ id: 'total', name: '合计', taken: sum((one) => one.taken) },
    ...{ answeredAtOnce: sum((one) => one.answeredAtOnce), dispatched: sum((one) => one.dispatched) },
    ...{ closed: sum((one) => one.closed), scored: sum((one) => one.scored) },
    satisfied: sum((one) => one.satisfied),
  };
}

export async function exportStatistics(city: City, { from, to }: InputOf<typeof exportRoute>) {
  ensureMay(city, 'petition.export', {});
  const sheets = [
    ['day', '按日', '日期'],
    ['category', '按类别', '类别'],
    ['unit', '按承办单位', '承办单位'],
  ] as const;
  const tables = [];
  for (const [by, sheet, first] of sheets) {
    const rows = await counted(city, by, { from, to });
    const note = countNotes.map(({ figure, text }) => `${figure}：${text}`).join('；');
    const title = `${city.pack.name}诉求和来电统计（${from} 至 ${to}）`;
    tables.push({ sheet, title, note, columns: columnsOf(first), rows: [...rows, sumOf(rows)] });
  }
  await audit(city, {
    action: 'petition.export',
    object: 'petition',
    details: { from, to, of: 'statistics' },
  });
  return { name: `诉求和来电统计_${from}_${to}.xlsx`, bytes: await tableBytes(tables) };
}

function columnsOf(first: string): readonly Column<PetitionCount>[] {
  const number = (title: string, value: (row: PetitionCount) => number) =>
    ({ kind: 'number', title, width: 10, value }) satisfies Column<PetitionCount>;
  return [
    { kind: 'text', title: first, width: 30, value: (row) => row.name },
    number('受理', (row) => row.taken),
    number('当场答复', (row) => row.answeredAtOnce),
    number('派单', (row) => row.dispatched),
    number('办结', (row) => row.closed),
    number('有评价', (row) => row.scored),
    number('满意', (row) => row.satisfied),
    {
      ...{ kind: 'percent', title: '满意率', width: 10 },
      value: (row) => (row.scored === 0 ? undefined : row.satisfied / row.scored),
    },
  ];
}
