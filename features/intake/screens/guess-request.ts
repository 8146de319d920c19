import { isMonth, type Month } from '#kernel/month';

export type Guess = {
  readonly kind?: 'projects' | 'reports';
  readonly year?: number;
  readonly month?: Month;
};

/** What the name of a file says of its content; only a proposal in the form. */
export function guessRequest(fileName: string): Guess {
  const whole = /(20\d{2})\s*[年.\-_]?\s*(1[0-2]|0?[1-9])\s*月/.exec(fileName);
  const year = Number(whole?.[1] ?? /(20\d{2})/.exec(fileName)?.[1] ?? Number.NaN);
  const month = whole ? `${whole[1]}-${whole[2]?.padStart(2, '0')}` : undefined;
  const guess: Guess = Number.isInteger(year) ? { year } : {};
  if (month !== undefined && isMonth(month)) return { ...guess, kind: 'reports', month };
  if (/月报|填报/.test(fileName)) return { ...guess, kind: 'reports' };
  return /清单|计划|名单/.test(fileName) ? { ...guess, kind: 'projects' } : guess;
}
