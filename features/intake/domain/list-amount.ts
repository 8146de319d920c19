import type { AmountFacts } from './amount-facts.ts';
import { type AmountMeaning, otherAmount } from './amount-sense.ts';
import type { HeaderTime } from './header-time.ts';

/** An amount of a yearly list: done before the year, planned for it, or planned for its months. */
export function listAmount(facts: AmountFacts, year: number): AmountMeaning {
  const { time, aspect, cumulative, sinceStart } = facts;
  if (time?.span === 'before-year') {
    return aspect === 'plan'
      ? otherAmount
      : { field: 'doneBeforeFen', score: cumulative || sinceStart ? 100 : 92 };
  }
  if (aspect === 'done' && time?.span === 'year' && time.year === year - 1) {
    return cumulative ? { field: 'doneBeforeFen', score: 75 } : otherAmount;
  }
  if (time !== undefined && 'year' in time && time.year !== undefined && time.year !== year)
    return otherAmount;
  if (aspect === 'done') {
    if (time !== undefined && time.span !== 'so-far') return otherAmount;
    return { field: 'doneBeforeFen', score: cumulative || sinceStart ? 65 : 55 };
  }
  return monthAmount(time, cumulative) ?? yearAmount(facts);
}

function monthAmount(time: HeaderTime | undefined, cumulative: boolean): AmountMeaning | undefined {
  const counted = cumulative ? { cumulative } : {};
  switch (time?.span) {
    case 'month':
      return { field: `month${time.month}`, score: 98, ...counted };
    case 'months':
      return time.from === 1 ? { field: `month${time.to}`, score: 96, cumulative: true } : otherAmount;
    case 'up-to':
      return { field: `month${time.month}`, score: 94, cumulative: true };
    case 'quarter':
      return { field: `month${time.quarter * 3}`, score: 62, lastMonthOfSpan: true, ...counted };
    case 'half':
      return { field: time.half === 1 ? 'month6' : 'month12', score: 61, lastMonthOfSpan: true, ...counted };
    default:
      return undefined;
  }
}

function yearAmount({ aspect, time, leaf, full }: AmountFacts): AmountMeaning {
  const dated = time?.span === 'year' || time?.span === 'this-year';
  if (aspect !== 'plan') return dated ? { field: 'planYearFen', score: 50 } : otherAmount;
  if (/分月|按月|各月|分季/.test(full)) {
    return { field: 'planYearFen', score: /合计|小计|全年|总计/.test(leaf) ? 70 : 40 };
  }
  if (dated) return { field: 'planYearFen', score: /投资/.test(full) ? 100 : 90 };
  return { field: 'planYearFen', score: /投资|合计|小计/.test(leaf) ? 75 : 60 };
}
