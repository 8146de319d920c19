import { type City, ensureMay } from '#access';
import { allMatterKinds, instantOf, matterStatistics, statisticsRows } from '#engines/matters';
import type { InputOf } from '#http';
import { pageWindow } from '#http/client';
import type {
  MatterStatisticsRow,
  matterStatistics as route,
  matterStatisticsRows as rowsRoute,
} from '../contract.ts';
import { holderNames } from '../store/names.ts';
import { statisticsNotes } from '../texts.ts';
import { matterLines } from './matter-lines.ts';

/** By kind or unit, over the matters the reader sees; every share says what it is a part of. */
export async function viewStatistics(city: City, { by, ...span }: InputOf<typeof route>) {
  ensureMay(city, 'matter.view-statistics');
  const { matters, runs } = await matterStatistics(city, by, span);
  const keys = [...new Set([...matters, ...runs].map(({ key }) => key))];
  const names = await namesOf(city, by, keys);
  const figures = keys.map((key): Figures => {
    const {
      opened = 0,
      closed = 0,
      reopened = 0,
      scored = 0,
      satisfied = 0,
      openNow = 0,
      overdueNow = 0,
    } = matters.find((one) => one.key === key) ?? {};
    const { ended = 0, onTime = 0 } = runs.find((one) => one.key === key) ?? {};
    return { key, opened, closed, reopened, scored, satisfied, openNow, overdueNow, ended, onTime };
  });
  const rows = figures
    .map((one) => rowOf(one, one.key === null ? '未定牵头单位' : (names.get(one.key) ?? '已撤并的单位')))
    .toSorted((a, b) => b.openNow + b.opened - a.openNow - a.opened || (a.name < b.name ? -1 : 1));
  return {
    ...{ from: span.from, to: span.to, now: instantOf(city), rows },
    covers: city.actor.reach === 'city' ? '全市' : '您范围内的事项',
    total: rowOf(figures.reduce(sum, { ...nothing }), '合计'),
    notes: statisticsNotes.map((note) => ({ ...note })),
  };
}

/** The matters behind one figure. */
export async function countedMatters(city: City, input: InputOf<typeof rowsRoute>) {
  ensureMay(city, 'matter.view-statistics');
  const { measure, kind, unit, from, to, kinds } = input;
  const { page, pageSize, limit, offset } = pageWindow(input);
  const part = { kind, ...(unit === undefined ? {} : { unit: unit === 'none' ? null : unit }) };
  const { rows, total } = await statisticsRows(city, measure, { from, to, kinds, part }, { limit, offset });
  return { rows: await matterLines(city, rows), total, page, pageSize };
}

type Counts = Record<
  'opened' | 'closed' | 'reopened' | 'scored' | 'satisfied' | 'openNow' | 'overdueNow' | 'ended' | 'onTime',
  number
>;
type Figures = Counts & { readonly key: string | null };

const nothing: Figures = {
  ...{ key: null, opened: 0, closed: 0, reopened: 0, scored: 0, satisfied: 0 },
  ...{ openNow: 0, overdueNow: 0, ended: 0, onTime: 0 },
};

function sum(all: Figures, one: Figures): Figures {
  const counts = Object.keys(nothing).filter((name) => name !== 'key') as (keyof Counts)[];
  return { ...all, ...Object.fromEntries(counts.map((name) => [name, all[name] + one[name]])) };
}

function rowOf(figures: Figures, name: string): MatterStatisticsRow {
  const { key, opened, closed, reopened, scored, satisfied, openNow, overdueNow, ended, onTime } = figures;
  return {
    ...{ id: key, name, opened, closed, openNow, overdueNow, unscored: closed - scored },
    onTime: share(onTime, ended),
    reopened: share(reopened, closed),
    satisfied: share(satisfied, scored),
  };
}

function share(part: number, of: number) {
  return { part, of, percent: of === 0 ? null : Math.round((part / of) * 1000) / 10 };
}

async function namesOf(city: City, by: 'kind' | 'unit', keys: readonly (string | null)[]) {
  if (by === 'kind') return new Map(allMatterKinds().map(({ id, text }) => [id, text]));
  const holders = await holderNames(
    city.tx,
    keys.flatMap((key) => key ?? []),
  );
  return new Map([...holders].map(([id, { name }]) => [id, name]));
}
