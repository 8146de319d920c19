import type { AmountFacts } from './amount-facts.ts';
import { type AmountMeaning, type AmountSetting, otherAmount } from './amount-sense.ts';

const cumFen = (score: number): AmountMeaning => ({ field: 'cumFen', score });
const monthFen = (score: number): AmountMeaning => ({ field: 'monthFen', score });

/** An amount of a monthly report: of the month, or of the year up to it. Other months and years are left alone. */
export function reportAmount(facts: AmountFacts, { year, month }: AmountSetting): AmountMeaning {
  const { time, aspect, cumulative, sinceStart, full } = facts;
  const otherYear = time !== undefined && 'year' in time && time.year !== undefined && time.year !== year;
  if (aspect === 'plan') {
    const forYear = time === undefined || time.span === 'year' || time.span === 'this-year';
    const plan: AmountMeaning = { field: null, sumAs: 'plan', money: true, score: 80 };
    return forYear && !otherYear && !/新增|调整/.test(full) ? plan : otherAmount;
  }
  if (otherYear || time?.span === 'before-year' || time?.span === 'last-month') return otherAmount;
  switch (time?.span) {
    case 'months':
      if (time.to !== month || time.from > time.to) return otherAmount;
      if (time.from === 1) return cumFen(100);
      return time.from === month ? monthFen(90) : otherAmount;
    case 'up-to':
      return time.month === month && !sinceStart ? cumFen(cumulative ? 85 : 70) : otherAmount;
    case 'month':
      if (time.month !== month || (cumulative && sinceStart)) return otherAmount;
      return cumulative ? cumFen(85) : monthFen(100);
    case 'this-month':
      return cumulative && !/当月|本月完成|单月/.test(full) ? cumFen(80) : monthFen(98);
    case 'this-year':
    case 'year':
      if (aspect !== 'done' || (sinceStart && time.span === 'year')) return otherAmount;
      return cumFen(cumulative ? 98 : 72);
    case 'half':
      return time.half === 1 && month === 6 ? cumFen(90) : otherAmount;
    case 'quarter':
      return time.quarter === 1 && month === 3 ? cumFen(85) : otherAmount;
    default:
      break;
  }
  if (sinceStart || aspect !== 'done') return otherAmount;
  if (time?.span === 'so-far') return cumFen(cumulative ? 70 : 60);
  return cumulative ? cumFen(75) : monthFen(40);
}
