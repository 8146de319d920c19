import type { RoundReport } from './round.ts';

/** A round in one line. */
export function told(seed: number, report: RoundReport): string {
  const { acknowledged, unanswered, kills, startsMs, failedStarts, gapsMs, seconds } = report;
  const killed = Object.entries(kills).map(([victim, times]) => `${victim} ${times}`);
  return [
    `seed ${seed}: ${acknowledged} writes acknowledged in ${seconds} s, ${unanswered} attempts unanswered`,
    `killed: ${killed.join(', ')}`,
    `written again ${range(gapsMs)} ms after a kill`,
    `started ${startsMs.length} times in ${range(startsMs)} ms${failedStarts.length > 0 ? `, ${failedStarts.length} starts failed` : ''}`,
  ].join('; ');
}

const range = (numbers: readonly number[]) =>
  numbers.length === 0 ? '–' : `${Math.min(...numbers)}–${Math.max(...numbers)}`;
