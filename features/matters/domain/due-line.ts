import type { DeclaredMatter, MatterRow } from '#engines/matters';
import { daysBetween, todayInShanghai } from '#kernel/plain-date';

type Dated = Pick<MatterRow, 'dueAt' | 'dueClock' | 'warnAt' | 'paused' | 'closedAt'>;

/**
 * What a line says of the clock that ends first, in natural days: a list reads rows, not events, and its words must
 * not depend on the unit in which a clock counts.
 */
export function dueLine(definition: DeclaredMatter, row: Dated, now: Date) {
  const { dueAt, dueClock, warnAt, paused, closedAt } = row;
  if (closedAt || !dueAt) {
    const text = closedAt ? '已办结' : paused ? '已暂停计时' : '没有在计时';
    const column = !closedAt && paused ? 'paused' : 'none';
    return { column, text, days: null, clock: null, dueAt: null, dueOn: null, light: 'none' } as const;
  }
  const dueOn = todayInShanghai(dueAt);
  const days = daysBetween(todayInShanghai(now), dueOn);
  const late = dueAt < now;
  return {
    ...{ column: late ? ('late' as const) : columnOf(days), text: words(days, late), days, dueAt, dueOn },
    clock: dueClock ? { id: dueClock, name: definition.clocks[dueClock]?.text ?? dueClock } : null,
    light: late ? ('red' as const) : warnAt && warnAt <= now ? ('yellow' as const) : ('green' as const),
  };
}

function columnOf(days: number): 'today' | 'three' | 'week' | 'later' {
  if (days <= 0) return 'today';
  if (days <= 3) return 'three';
  return days <= 7 ? 'week' : 'later';
}

function words(days: number, late: boolean): string {
  if (late) return days < 0 ? `超期 ${-days} 天` : '今天已过时限';
  return days === 0 ? '今天到期' : `还有 ${days} 天`;
}
