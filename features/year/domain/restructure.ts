import type { Month } from '#kernel/month';
import { addToMonth } from '#kernel/month';
import { defineRefusals, ensure } from '#kernel/refusal';
import { type Amounts, type Difference, differencesOf, quantitiesOf } from './amounts.ts';

defineRefusals({
  'structure.too_few': { status: 422, text: '至少须有两个项目：拆分成两个以上，合并、打捆两个以上' },
  'structure.twice': { status: 422, text: '同一项目出现两次' },
  'structure.name_twice': { status: 422, text: '新项目名称“{name}”出现两次' },
  'structure.not_exact': {
    status: 422,
    text: '各部分之和与原项目不一致：{differences}。须逐项相等，一分不差',
  },
  'structure.negative': { status: 422, text: '“{name}”的金额有负数，请改正' },
  'structure.counted_elsewhere': {
    status: 409,
    text: '项目“{name}”已不单独计数（{reason}），不能再拆分、合并或打捆',
  },
  'structure.closed': { status: 409, text: '项目“{name}”处于“{stage}”阶段，不能拆分、合并或打捆' },
  'structure.not_in_year': { status: 409, text: '项目“{name}”不在{year}年的清单或计划中' },
  'structure.differs': {
    status: 409,
    text: '“{one}”与“{other}”的{what}不同，合在一起会使分组汇总发生变化。请先统一，或打捆时选择“由子项目分别填报”',
  },
  'structure.month_evaluated': {
    status: 409,
    text: '{fromMonth} 已评价或已锁定，最早可自 {first} 起。已锁定月份的评定不因拆分、合并、打捆而改变',
  },
  'structure.month_ahead': { status: 422, text: '{fromMonth} 太远，最晚可自 {last} 起' },
  'structure.month_not_verified': {
    status: 409,
    text: '项目“{name}”{month}的月报还没有核定，本年已完成数未定，不能自其次月起拆分、合并、打捆。请先核定',
  },
  'structure.reported_already': {
    status: 409,
    text: '项目“{name}”已有{month}的填报，请自其次月起',
  },
});

export type StructureKind = 'split' | 'merge' | 'bundle';

/** Which level of a bundle owes reports and counts. */
export type CountingLevel = 'parent' | 'children';

/** A project as far as joining or dividing it is concerned. */
export type Standing = {
  readonly name: string;
  readonly stageName: string;
  readonly closed: boolean;
  readonly inYear: boolean;
  readonly year: number;
  /** Why it does not count by itself, if so. */
  readonly apart: string | undefined;
  readonly districtId: string | null;
  readonly departmentIds: readonly string[];
  readonly category: string | null;
  readonly lists: readonly string[];
};

export function ensureFit(one: Standing): void {
  const { name, year, stageName } = one;
  ensure(!one.apart, 'structure.counted_elsewhere', { name, reason: one.apart ?? '' });
  ensure(!one.closed, 'structure.closed', { name, stage: stageName });
  ensure(one.inYear, 'structure.not_in_year', { name, year });
}

/**
 * Projects that become one must stand in the same groups, so that every sum by district, department, category and list
 * stays what it was.
 */
export function ensureSameGroups(projects: readonly Standing[]): void {
  const [first, ...others] = projects;
  for (const other of others) {
    const what = first && differingGroup(first, other);
    ensure(!what, 'structure.differs', { one: first?.name ?? '', other: other.name, what: what ?? '' });
  }
}

function differingGroup(a: Standing, b: Standing): string | undefined {
  const same = (one: readonly string[], other: readonly string[]) =>
    one.toSorted().join() === other.toSorted().join();
  if (a.districtId !== b.districtId) return '牵头地区';
  if (!same(a.departmentIds, b.departmentIds)) return '牵头部门';
  if (a.category !== b.category) return '年度类别';
  return same(a.lists, b.lists) ? undefined : '所在清单';
}

/** A split is exact in every quantity, or it is refused with what differs. */
export function ensureExact(
  whole: Amounts,
  parts: readonly (Amounts & { readonly name: string })[],
  words: (difference: Difference) => string,
): void {
  ensure(parts.length >= 2, 'structure.too_few');
  const names = parts.map(({ name }) => name.trim());
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  ensure(twice === undefined, 'structure.name_twice', { name: twice ?? '' });
  for (const part of parts) {
    const negative = quantitiesOf(part).some(([, fen]) => fen !== null && fen < 0n);
    ensure(!negative, 'structure.negative', { name: part.name });
  }
  const found = differencesOf(whole, parts);
  ensure(found.length === 0, 'structure.not_exact', { differences: found.map(words).join('；') });
}

type MonthRoom = {
  /** The latest month evaluated or locked, of the city or of one of the projects. */
  readonly latestLit: Month | undefined;
  readonly thisMonth: Month;
  /** By project: the latest month it reported. */
  readonly reported: readonly { readonly name: string; readonly month: Month | undefined }[];
};

/** The first month from which a restructuring may hold: no month that was evaluated is touched. */
export function firstOpenMonth({ latestLit, thisMonth }: Omit<MonthRoom, 'reported'>): Month {
  const january = `${thisMonth.slice(0, 4)}-01` as Month;
  return latestLit === undefined ? january : addToMonth(latestLit, 1);
}

export function ensureOpenMonth(fromMonth: Month, room: MonthRoom): void {
  const first = firstOpenMonth(room);
  const ahead = addToMonth(room.thisMonth, 1);
  const last = [ahead, first].toSorted().at(-1) ?? first;
  ensure(fromMonth >= first, 'structure.month_evaluated', { fromMonth, first });
  ensure(fromMonth <= last, 'structure.month_ahead', { fromMonth, last });
  for (const { name, month } of room.reported) {
    ensure(!month || month < fromMonth, 'structure.reported_already', { name, month: month ?? '' });
  }
}

/** What is carried over as done to date is known only where the month before was verified, if it was owed at all. */
export function ensureVerified(one: {
  readonly name: string;
  readonly month: Month | undefined;
  readonly owed: boolean;
  readonly verifiedMonth: Month | undefined;
}): void {
  const { name, month, owed, verifiedMonth } = one;
  if (!month || !owed) return;
  ensure(verifiedMonth === month, 'structure.month_not_verified', { name, month });
}
