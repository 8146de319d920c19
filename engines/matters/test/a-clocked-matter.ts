import type { ClockRule, ClockRun } from '../domain/clock-rule.ts';
import type { ClockWorld } from '../domain/clock-stops.ts';
import type { Matter } from '../domain/matter.ts';
import { at, official } from './clock-cases.ts';

export const fiveDays: ClockRule = {
  limit: { amount: 5, unit: 'working-day' },
  warn: { amount: 1, unit: 'working-day' },
  basis: '平台默认值',
};

export function aWorld(wall: string): ClockWorld {
  return { calendar: official, excluded: [], asOf: at(wall) };
}

/** Handling since the Monday before the holidays: due at the end of Sunday 8 October, a working day. */
export function aRun(change: Partial<ClockRun> = {}): ClockRun {
  const startedAt = at('2023-09-25 09:00');
  return { clock: 'handle', run: 1, rule: fiveDays, startedAt, pauses: [], ...change };
}

export function aMatter(change: Partial<Matter> = {}): Matter {
  return {
    ...{ kind: 'plea', title: '缺水', state: 'handling', support: [], given: {}, clocks: [aRun()] },
    ...{ bounces: 0, redos: 0, rungs: [], openedAt: at('2023-09-25 09:00'), version: 1 },
    ...change,
  };
}
