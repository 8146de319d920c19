import type { Cadence } from './cadence.ts';

const weekdays = ['', '一', '二', '三', '四', '五', '六', '日'];
const each = { week: '每周', xun: '每旬', month: '每月', quarter: '每季度' } as const;

/** 每月第10个工作日. */
export function whenWords({ every, on }: Pick<Cadence, 'every' | 'on'>): string {
  if (!every) return '按需召开';
  const { month, day, workday, weekday, nth } = on;
  const inQuarter = month === undefined ? '' : `第${month}个月`;
  if (workday !== undefined) return `${each[every]}${inQuarter}第${workday}个工作日`;
  if (nth !== undefined) return `${each[every]}${inQuarter}第${nth}个周${weekdays[weekday ?? 0]}`;
  if (weekday !== undefined) return `${each[every]}${weekdays[weekday]}`;
  if (every === 'xun') return `${each[every]}第${day}天`;
  return day === undefined ? each[every] : `${each[every]}${inQuarter}${day}日`;
}
