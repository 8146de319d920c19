import { isMonth, type Month } from '#kernel/month';
import { monthOf, type PlainDate } from '#kernel/plain-date';

export type Guess = {
  readonly kind?: 'projects' | 'reports';
  readonly year?: number;
  readonly month?: Month;
};

/** What the name of a file says of its content; only a proposal in the form. A bare month is the latest such one. */
export function guessRequest(fileName: string, today: PlainDate): Guess {
  const stated = /(20\d{2})/.exec(fileName)?.[1];
  const number = /(?:^|\D)(1[0-2]|0?[1-9])\s*月/.exec(fileName)?.[1]?.padStart(2, '0');
  const year = stated === undefined ? undefined : Number(stated);
  const guess: Guess = year === undefined ? {} : { year };
  if (number !== undefined) {
    const thisYear = Number(today.slice(0, 4));
    const latest = `${thisYear}-${number}` <= monthOf(today) ? thisYear : thisYear - 1;
    const month = `${year ?? latest}-${number}`;
    if (isMonth(month)) return { ...guess, kind: 'reports', month };
  }
  if (/月报|填报/.test(fileName)) return { ...guess, kind: 'reports' };
  return /清单|计划|名单/.test(fileName) ? { ...guess, kind: 'projects' } : guess;
}
