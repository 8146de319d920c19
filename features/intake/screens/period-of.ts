import type { RunView } from '../contract.ts';

/** 2023年5月 for reports, 2023年 for a list. */
export function periodOf({ year, month }: Pick<RunView, 'year' | 'month'>): string {
  return month === null ? `${year}年` : `${year}年${Number(month.slice(5))}月`;
}
