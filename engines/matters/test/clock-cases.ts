import { type Calendar, makeCalendar } from '#kernel/calendar';
import { calendarSection, cityPacks, loadPack, packDirs, sectionOf } from '#pack';
import type { ClockPause, ClockRule, ClockRun, ExcludedPeriod } from '../domain/clock-rule.ts';
import type { ClockWorld } from '../domain/clock-stops.ts';
import { readLimit } from '../domain/read-limit.ts';

export const notices = sectionOf(loadPack(packDirs(cityPacks()[0] ?? ''), []), calendarSection);
export const official: Calendar = makeCalendar(notices);

/** `2023-10-08 17:00` as an instant in Shanghai. */
export function at(text: string): Date {
  return new Date(`${text.replace(' ', 'T')}${text.length > 16 ? '' : ':00'}+08:00`);
}

export function aPause(from: string, to?: string, kind = '补正材料'): ClockPause {
  const toAt = to === undefined ? {} : { to: at(to) };
  return { from: at(from), ...toAt, kind, reason: '材料不全', approver: '处长', plannedDays: 3 };
}

export function aPeriod(from: string, to: string): ExcludedPeriod {
  return { from, to, document: '公告〔2020〕1号', reason: '疫情防控' } as ExcludedPeriod;
}

type Words = Partial<Omit<ClockRule, 'limit' | 'warn' | 'promised'>> & {
  readonly limit: string;
  readonly warn?: string;
  readonly promised?: string;
};

export function aRun(
  started: string,
  { limit, warn = '1个工作日', promised, ...rest }: Words,
  more: Partial<Omit<ClockRun, 'rule'>> = {},
): ClockRun {
  const beside = promised === undefined ? {} : { promised: readLimit(promised) };
  const rule = { limit: readLimit(limit), warn: readLimit(warn), ...beside, ...rest, basis: '平台默认值' };
  return { clock: 'handle', run: 1, startedAt: at(started), pauses: [], ...more, rule };
}

export function world(asOf: string, more: Partial<Omit<ClockWorld, 'asOf'>> = {}): ClockWorld {
  return { calendar: official, excluded: [], ...more, asOf: at(asOf) };
}
