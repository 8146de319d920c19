import { todayInShanghai } from '#kernel/plain-date';
import { defineRefusals, refuse } from '#kernel/refusal';
import { dueOf, leftOf, type WhichLimit } from './clock.ts';
import type { ClockRun, LimitUnit, TimeLimit } from './clock-rule.ts';
import type { ClockWorld } from './clock-stops.ts';

defineRefusals({
  'limit.unreadable': {
    status: 422,
    text: '“{text}”不是时限，请写成 2个工作日、60分钟、24小时、7日、本旬末、下旬末、本月底、次月底 这样的形式',
  },
});

const units: Readonly<Record<string, LimitUnit>> = {
  分钟: 'minute',
  小时: 'hour',
  日: 'day',
  天: 'day',
  自然日: 'day',
  日历日: 'day',
  工作日: 'working-day',
};

const ends: Readonly<Record<string, TimeLimit>> = {
  当日: { amount: 0, unit: 'day' },
  当天: { amount: 0, unit: 'day' },
  本旬: { amount: 0, unit: 'xun' },
  当旬: { amount: 0, unit: 'xun' },
  下旬: { amount: 1, unit: 'xun' },
  下一旬: { amount: 1, unit: 'xun' },
  本月: { amount: 0, unit: 'month-end' },
  当月: { amount: 0, unit: 'month-end' },
  次月: { amount: 1, unit: 'month-end' },
  下月: { amount: 1, unit: 'month-end' },
};

/** 「下旬末」 is the end of the next 旬, whichever of the month it is. Undefined where the words are no limit. */
export function findLimit(words: string): TimeLimit | undefined {
  const text = words
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/(以?内)$/, '');
  const end = ends[text.replace(/(?<=[旬月])(末|底)$/, '')];
  if (end && /[旬月](末|底)$|^当[日天]$/.test(text)) return end;
  const later = /^(\d{1,3})个?(旬|月)后?(末|底)$/.exec(text);
  if (later) return { amount: Number(later[1]), unit: later[2] === '旬' ? 'xun' : 'month-end' };
  const counted = /^(\d{1,5})个?(分钟|小时|日|天|自然日|日历日|工作日)$/.exec(text);
  const unit = counted && units[counted[2] ?? ''];
  return unit ? { amount: Number(counted[1]), unit } : undefined;
}

export function readLimit(text: string): TimeLimit {
  return findLimit(text) ?? refuse('limit.unreadable', { text });
}

export function limitText({ amount, unit }: TimeLimit): string {
  switch (unit) {
    case 'minute':
      return `${amount}分钟`;
    case 'hour':
      return `${amount}小时`;
    case 'day':
      return amount === 0 ? '当日' : `${amount}日`;
    case 'working-day':
      return `${amount}个工作日`;
    case 'xun':
      return ['本旬末', '下旬末'][amount] ?? `${amount}旬后末`;
    case 'month-end':
      return ['本月底', '次月底'][amount] ?? `${amount}月后底`;
  }
}

/** One line for a list: what is left and until when, how late it is, or that it stands still. */
export function leftText(run: ClockRun, world: ClockWorld, which: WhichLimit = 'limit'): string {
  const { dueAt, paused, provisional } = dueOf(run, world, which);
  const { unit, left, late, overdue } = leftOf(run, world, which);
  if (run.endedAt && run.endedAt <= world.asOf)
    return late ? `已办结，${lateText(unit, overdue)}` : '按期办结';
  if (late) return `${paused ? '已暂停，暂停前' : ''}${lateText(unit, overdue)}`;
  if (paused) return '已暂停';
  const until = `${untilText(dueAt, world.asOf)}${provisional ? '，暂定' : ''}`;
  if (unit !== 'minute' && left === 0) return `今天到期（${until}）`;
  return `还剩 ${amountText(unit, left)}（${until}）`;
}

function lateText(unit: 'minute' | 'day' | 'working-day', overdue: number): string {
  if (overdue > 0) return `已超期 ${amountText(unit, overdue)}`;
  return unit === 'minute' ? '已超期' : '今天已过时限';
}

function amountText(unit: 'minute' | 'day' | 'working-day', amount: number): string {
  if (unit === 'working-day') return `${amount} 个工作日`;
  if (unit === 'day') return `${amount} 天`;
  const [hours, minutes] = [Math.floor(amount / 60), amount % 60];
  if (hours === 0) return `${minutes} 分钟`;
  return minutes === 0 ? `${hours} 小时` : `${hours} 小时 ${minutes} 分钟`;
}

/** `11月25日 17:00 前`, with the year where it is another one; the last instant of a day is 24:00. */
function untilText(dueAt: Date, asOf: Date): string {
  const day = todayInShanghai(dueAt);
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const clock = new Date(dueAt.getTime() + 8 * 3_600_000).toISOString();
  const time = clock.endsWith('23:59:59.999Z') ? '24:00' : clock.slice(11, 16);
  const shown = Number(todayInShanghai(asOf).slice(0, 4)) === year ? '' : `${year}年`;
  return `${shown}${month}月${date}日 ${time} 前`;
}
