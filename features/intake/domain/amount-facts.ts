import { type HeaderTime, headerTime } from './header-time.ts';
import type { AmountWords } from './vocabulary.ts';

/** What the words of an amount's header say, the lowest level before those above it. */
export type AmountFacts = {
  readonly full: string;
  readonly leaf: string;
  readonly time: HeaderTime | undefined;
  readonly aspect: 'plan' | 'done' | undefined;
  readonly cumulative: boolean;
  /** Counted from the start of building, not from January. */
  readonly sinceStart: boolean;
  readonly isTotal: boolean;
};

export function amountFacts(levels: readonly string[], year: number, words: AmountWords): AmountFacts {
  const upper = levels.slice(0, -1).join('');
  const leaf = monthFigure(levels.at(-1) ?? '', upper);
  const full = upper + leaf;
  const has = (text: string, list: readonly string[]) => list.some((word) => text.includes(word));
  const time = nearer(headerTime(leaf, year, words), headerTime(upper, year, words));
  const aspect = bareSpan(leaf) ? aspectOf(upper, words) : aspectOf(leaf, words);
  return {
    full,
    leaf,
    time,
    aspect: aspect ?? aspectOf(upper, words) ?? aspectOf(leaf, words),
    cumulative:
      has(leaf, words.cumulative) || (has(upper, words.cumulative) && !/其中|当月|本月|单月/.test(leaf)),
    sinceStart: has(full, words.sinceStart) && !has(leaf, words.thisYear) && !has(leaf, words.thisMonth),
    isTotal: isTotal({ leaf, full, time, words }),
  };
}

/** 1 … 12 under 「分月投资计划」 are months. */
function monthFigure(leaf: string, upper: string): string {
  const figure = /^0?([1-9]|1[0-2])$/.exec(leaf);
  return figure && /月|计划|投资|任务|安排/.test(upper) ? `${figure[1]}月` : leaf;
}

/** 「当月」, 「本年累计」: says when, not whether planned or done; that stands above it. */
function bareSpan(leaf: string): boolean {
  return /^(?:累计|当月|本月|本年|今年)|月份?(?:底|末)?累计$/.test(leaf) && !/完成|投/.test(leaf);
}

function aspectOf(text: string, words: AmountWords): 'plan' | 'done' | undefined {
  const last = (list: readonly string[]) => Math.max(...list.map((word) => text.lastIndexOf(word)));
  const [plan, done] = [last(words.plan), last(words.done)];
  if (plan < 0 || done < 0) return plan >= 0 ? 'plan' : done >= 0 ? 'done' : undefined;
  if (/(?:计划|拟|预计|应|目标|任务|预期)(?:累计)?完成|(?:累计|分月).*计划|计划累计/.test(text))
    return 'plan';
  // 「完成投资计划」 is a plan, 「计划投资完成额」 is done: the last word is what is meant.
  return plan > done ? 'plan' : 'done';
}

/** The leaf's own time, with the year or month of what stands above it where it names none. */
function nearer(own: HeaderTime | undefined, above: HeaderTime | undefined): HeaderTime | undefined {
  if (!own || !above) return own ?? above;
  if (own.span === 'this-month' && above.span === 'month') return above;
  if (!('year' in above) || above.year === undefined || 'year' in own) return own;
  const dated =
    own.span === 'month' || own.span === 'months' || own.span === 'quarter' || own.span === 'half';
  return dated ? { ...own, year: above.year } : own;
}

const bareTotal =
  /^(?:项目)?(?:计划|预计|拟|拟定)?(?:投资额|投资规模|投资|概算|估算|金额|投资金额|概算投资额)(?:\(.*\))?$/;

function isTotal(facts: {
  leaf: string;
  full: string;
  time: HeaderTime | undefined;
  words: AmountWords;
}): boolean {
  const { leaf, full, time, words } = facts;
  if (bareTotal.test(leaf) && time === undefined && !/分月|年度|完成/.test(full)) return true;
  if (/完成|累计|已/.test(leaf) || !words.total.some((word) => leaf.includes(word))) return false;
  return time === undefined || time.span === 'so-far';
}
