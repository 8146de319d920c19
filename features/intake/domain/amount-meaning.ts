import { type HeaderTime, headerTime } from './header-time.ts';
import type { AmountWords } from './vocabulary.ts';

/** What an amount's column is, as its header says. */
export type AmountMeaning = {
  /** `null`: known, but not part of the record. */
  readonly field: string | null;
  /** Sums of the column are stated under this name, though the record has no such field. */
  readonly sumAs?: 'plan';
  /** An amount that is no part of the record. */
  readonly money?: true;
  readonly score: number;
  /** A month's plan that counts from January. */
  readonly cumulative?: true;
  /** A plan for several months, kept in the last of them. */
  readonly lastMonthOfSpan?: true;
};

export type AmountSetting = {
  readonly kind: 'list' | 'report';
  readonly year: number;
  readonly month?: number;
};

type Facts = {
  readonly full: string;
  readonly leaf: string;
  readonly time: HeaderTime | undefined;
  readonly aspect: 'plan' | 'done' | undefined;
  readonly cumulative: boolean;
  readonly sinceStart: boolean;
};

const unknown: AmountMeaning = { field: null, score: 30 };
const core =
  /投资|资金|概算|估算|金额|完成|累计|计划|任务|目标|投入|\d{1,2}月|[一二三四五六七八九十]月|季度|半年|本月|当月|本年|产值|数额|总额/;
const noAmount =
  /(?:主体|单位|来源|方式|内容|说明|性质|类型|构成|方向|原因|问题|时间|日期|措施|地点|领域|人|协议|合同|名称|代码|情况说明)$/;

/** Reads the levels of a header, the lowest last; undefined where it names no amount. */
export function amountMeaning(
  levels: readonly string[],
  setting: AmountSetting,
  words: AmountWords,
): AmountMeaning | undefined {
  const leaf = levels.at(-1) ?? '';
  const full = levels.join('');
  if (noAmount.test(leaf) || !(core.test(full) || isMonthFigure(leaf, levels))) return undefined;
  const has = (text: string, list: readonly string[]) => list.some((word) => text.includes(word));
  if (has(leaf, words.ratio) || (has(full, words.ratio) && !core.test(leaf))) return unknown;
  const facts = factsOf(levels, setting, words);
  if (isTotal(facts, words))
    return setting.kind === 'list'
      ? { field: 'totalFen', score: totalScore(facts) }
      : { field: null, score: 80, money: true };
  if (has(leaf, words.otherAmount)) return unknown;
  return setting.kind === 'list' ? listMeaning(facts, setting) : reportMeaning(facts, setting);
}

function isMonthFigure(leaf: string, levels: readonly string[]): boolean {
  return levels.length > 1 && /^(?:0?[1-9]|1[0-2])$/.test(leaf);
}

function factsOf(levels: readonly string[], setting: AmountSetting, words: AmountWords): Facts {
  const upper = levels.slice(0, -1).join('');
  const figure = isMonthFigure(levels.at(-1) ?? '', levels) && /月|计划|投资|任务|安排/.test(upper);
  const leaf = figure ? `${Number(levels.at(-1))}月` : (levels.at(-1) ?? '');
  const full = upper + leaf;
  const has = (text: string, list: readonly string[]) => list.some((word) => text.includes(word));
  const aspectOf = (text: string): Facts['aspect'] => {
    const [plan, done] = [has(text, words.plan), has(text, words.done)];
    if (plan && done)
      return /(?:计划|拟|预计|应|目标|任务|预期)(?:累计)?完成|(?:累计|分月)\S*计划|计划累计/.test(text)
        ? 'plan'
        : planLast(text, words);
    return plan ? 'plan' : done ? 'done' : undefined;
  };
  const own = headerTime(leaf, setting.year, words);
  const above = headerTime(upper, setting.year, words);
  const cumulative =
    has(leaf, words.cumulative) || (has(upper, words.cumulative) && !/其中|当月|本月|单月/.test(leaf));
  return {
    full,
    leaf,
    time: withYear(own, above) ?? above,
    aspect:
      aspectOf(leaf) === undefined ||
      (/^(?:累计|当月|本月|本年|今年)/.test(leaf) && aspectOf(leaf) === 'done' && !/完成|投/.test(leaf))
        ? (aspectOf(upper) ?? aspectOf(leaf))
        : aspectOf(leaf),
    cumulative,
    sinceStart: has(full, words.sinceStart) && !has(leaf, words.thisYear) && !has(leaf, words.thisMonth),
  };
}

/** 「1月」 under 「2024年计划」 is that year's. A bare 「本年」 under 「1-5月」 says less than what stands above it. */
function withYear(own: HeaderTime | undefined, above: HeaderTime | undefined): HeaderTime | undefined {
  if (own?.span === 'this-month' && above?.span === 'month') return above;
  if (!own || !above || !('year' in above) || above.year === undefined || 'year' in own) return own;
  return own.span === 'month' || own.span === 'months' || own.span === 'quarter' || own.span === 'half'
    ? { ...own, year: above.year }
    : own;
}

/** With both kinds of word the last one is what is meant: 「完成投资计划」 is a plan, 「计划投资完成额」 is done. */
function planLast(text: string, words: AmountWords): 'plan' | 'done' {
  const last = (list: readonly string[]) => Math.max(...list.map((word) => text.lastIndexOf(word)));
  return last(words.plan) > last(words.done) ? 'plan' : 'done';
}

function isTotal({ leaf, full, time, aspect }: Facts, words: AmountWords): boolean {
  const named = words.total.some((word) => leaf.includes(word));
  if (
    /^(?:项目)?(?:计划|预计|拟|拟定)?(?:投资额|投资规模|投资|概算|估算|金额|投资金额|概算投资额)(?:\(.*\))?$/.test(
      leaf,
    ) &&
    time === undefined &&
    !/分月|年度|完成/.test(full)
  )
    return true;
  if (!named || /完成|累计|已/.test(leaf)) return false;
  return time === undefined || (time.span === 'so-far' && aspect !== 'done');
}

function totalScore({ leaf }: Facts): number {
  return /总投资|总概算|投资总/.test(leaf) ? (/^(?:项目)?(?:计划)?总投资/.test(leaf) ? 100 : 95) : 70;
}

function listMeaning(
  { full, leaf, time, aspect, cumulative, sinceStart }: Facts,
  { year }: AmountSetting,
): AmountMeaning {
  const otherYear = time !== undefined && 'year' in time && time.year !== undefined && time.year !== year;
  if (time?.span === 'before-year')
    return aspect === 'plan'
      ? unknown
      : { field: 'doneBeforeFen', score: cumulative || sinceStart ? 100 : 92 };
  if (aspect === 'done' && time?.span === 'year' && time.year === year - 1) {
    return cumulative ? { field: 'doneBeforeFen', score: 75 } : unknown;
  }
  if (otherYear) return unknown;
  if (aspect === 'done') {
    if (time === undefined || time.span === 'so-far')
      return { field: 'doneBeforeFen', score: cumulative || sinceStart ? 65 : 55 };
    return unknown;
  }
  switch (time?.span) {
    case 'month':
      return { field: `month${time.month}`, score: 98, ...(cumulative ? { cumulative } : {}) };
    case 'months':
      return time.from === 1
        ? { field: `month${time.to}`, score: time.to === 1 ? 98 : 96, cumulative: true }
        : unknown;
    case 'up-to':
      return { field: `month${time.month}`, score: 94, cumulative: true };
    case 'quarter':
      return {
        field: `month${time.quarter * 3}`,
        score: 60,
        lastMonthOfSpan: true,
        ...(cumulative ? { cumulative } : {}),
      };
    case 'half':
      return { field: time.half === 1 ? 'month6' : 'month12', score: 50, lastMonthOfSpan: true };
    default:
      break;
  }
  if (aspect === 'plan') return { field: 'planYearFen', score: planScore(leaf, full, time) };
  return time?.span === 'year' || time?.span === 'this-year' ? { field: 'planYearFen', score: 50 } : unknown;
}

function planScore(leaf: string, full: string, time: HeaderTime | undefined): number {
  if (/分月|按月|各月|分季/.test(full)) return /合计|小计|全年|总计/.test(leaf) ? 70 : 40;
  if (time?.span === 'year' || time?.span === 'this-year') return /投资/.test(full) ? 100 : 90;
  return /投资|合计|小计/.test(leaf) ? 75 : 60;
}

function reportMeaning(
  { time, aspect, cumulative, sinceStart, full }: Facts,
  { year, month }: AmountSetting,
): AmountMeaning {
  const yearStated = time !== undefined && 'year' in time ? time.year : undefined;
  if (aspect === 'plan') {
    const forYear = time === undefined || time.span === 'year' || time.span === 'this-year';
    const ours = yearStated === undefined || yearStated === year;
    return forYear && ours && !/新增|调整/.test(full)
      ? { field: null, sumAs: 'plan', money: true, score: 80 }
      : unknown;
  }
  if (yearStated !== undefined && yearStated !== year) return unknown;
  if (time?.span === 'before-year' || time?.span === 'last-month') return unknown;
  const [cum, own] = [
    (score: number) => ({ field: 'cumFen', score }),
    (score: number) => ({ field: 'monthFen', score }),
  ];
  switch (time?.span) {
    case 'months':
      if (time.to !== month || time.from > time.to) return unknown;
      return time.from === 1 && !(month === 1 && !cumulative)
        ? cum(100)
        : time.from === month
          ? own(90)
          : unknown;
    case 'up-to':
      if (time.month !== month || sinceStart) return unknown;
      return cum(cumulative ? 85 : 70);
    case 'month':
      if (time.month !== month) return unknown;
      return cumulative ? (sinceStart ? unknown : cum(85)) : own(100);
    case 'this-month':
      return cumulative && /累计|累积/.test(full) && !/当月|本月完成|单月/.test(full) ? cum(80) : own(98);
    case 'this-year':
    case 'year':
      if (sinceStart && time.span === 'year') return unknown;
      return aspect === 'done' ? cum(cumulative ? 98 : 72) : unknown;
    case 'half':
      return time.half === 1 && month === 6
        ? cum(90)
        : time.half === 2 || month === undefined
          ? unknown
          : unknown;
    case 'quarter':
      return month === 3 && time.quarter === 1 ? cum(85) : unknown;
    default:
      break;
  }
  if (sinceStart || aspect !== 'done') return unknown;
  return cumulative ? cum(time?.span === 'so-far' ? 70 : 75) : own(40);
}
