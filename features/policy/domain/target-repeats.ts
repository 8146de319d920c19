import { periodOf } from './cadence.ts';
import type { Clause } from './clause.ts';
import { placeOf, printedOf, type Span } from './script.ts';
import type { Target } from './target.ts';
import type { TargetWorld } from './target-world.ts';

export type Repeat = {
  readonly start: number;
  readonly end: number;
  readonly clause: Clause;
  readonly count: number;
  readonly words: string;
  readonly per: string;
};

const repeatPattern =
  /每(?:个)?(半年|季度|季|年度|年|旬|星期|周|月|日|天)[^，。；：]{0,24}?(?:(?:至少|不少于|不低于|分别|各|原则上)[^，。；：]{0,14}?)?([一二两三四五六七八九十]{1,3}|\d{1,3})(次|场|轮|场次|期)(?!性|产业|工程)/g;

/** 每季度召开一次: a number of times in a period. */
export function repeatsIn(text: string, clauses: readonly Clause[]): Repeat[] {
  const joined = text.replace(/，(?=(?:至少|不少于)?[^，。；]{0,10}(?:一|两|\d)次)/g, '\u25a0');
  return [...joined.matchAll(repeatPattern)].flatMap((match) => {
    const clause = clauses.find(({ start, end }) => start <= match.index && match.index < end);
    const words = match[2]!;
    const count = Number(words) || '一两三四五六七八九十'.replace('两', '两').indexOf(words) + 1;
    if (!clause) return [];
    const end = Math.max(match.index + match[0].length, clause.end);
    return [
      {
        start: match.index,
        end,
        clause,
        count: words === '二' ? 2 : count,
        words: words + match[3]!,
        per: match[1]!,
      },
    ];
  });
}

const perNames = {
  day: '日',
  week: '周',
  tenDays: '旬',
  month: '月',
  quarter: '季度',
  halfYear: '半年',
  year: '年',
} as const;

export function repeated(
  { script }: TargetWorld,
  span: Span,
  clear: string,
  { start, end, count, words, per }: Repeat,
): Target {
  const exact = { start: span.start + start, end: span.start + end };
  const text = clear.slice(start, end);
  return {
    phrase: printedOf(script, exact),
    value: count,
    unit: `${words.at(-1)}/${perNames[periodOf(per)]}`,
    deadline: null,
    kind: 'cadence',
    comparator: /至少|不少于|不低于|以上/.test(text) ? 'gte' : /不超过|最多|以内/.test(text) ? 'lte' : 'eq',
    place: placeOf(script, exact),
    confidence: 0.9,
  };
}
