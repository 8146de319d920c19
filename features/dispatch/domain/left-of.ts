import { daysBetween, type PlainDate } from '#kernel/plain-date';

/** What is left of the clock that ends first, in natural days, as a list says it. */
export function leftOn(
  { dueOn, paused }: { readonly dueOn: PlainDate | null; readonly paused: boolean },
  today: PlainDate,
): { readonly left: string; readonly late: boolean } {
  if (!dueOn) return { left: paused ? '已暂停计时' : '没有在计时', late: false };
  const days = daysBetween(today, dueOn);
  if (days < 0) return { left: `超期 ${-days} 天`, late: true };
  return { left: days === 0 ? '今天到期' : `还有 ${days} 天`, late: false };
}
