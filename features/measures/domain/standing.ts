import { type Light, worstOf } from '#kernel/light';
import { type PlainDate, todayInShanghai } from '#kernel/plain-date';
import type { FigureVerdict } from './figure-light.ts';

export type MatterClock = { readonly clock: string; readonly dueAt: Date };

type Known = {
  readonly closed: boolean;
  /** The matter's own next due clock, and from when it is yellow. */
  readonly dueAt: Date | null;
  readonly dueClock: string | null;
  readonly warnAt: Date | null;
  readonly figures: readonly FigureVerdict[];
  readonly now: Date;
  readonly clockNames: Readonly<Record<string, string>>;
};

export type Lit = { readonly light: Light | null; readonly reasons: readonly string[] };

/** The worst of the clock's light and the numbers'; a number nobody reported makes grey what is otherwise green. */
export function lit({ closed, dueAt, dueClock, warnAt, figures, now, clockNames }: Known): Lit {
  if (closed) return { light: null, reasons: [] };
  const lights: Light[] = [];
  const reasons: string[] = [];
  if (dueAt && dueClock) {
    const light = now > dueAt ? 'red' : warnAt && now >= warnAt ? 'yellow' : 'green';
    lights.push(light);
    const name = clockNames[dueClock] ?? dueClock;
    const day = todayInShanghai(dueAt);
    if (light === 'red') reasons.push(`${name}${day}已过`);
    else reasons.push(light === 'yellow' ? `${name}${day}临近` : `${name}${day}，未到预警`);
  }
  for (const { light, reason } of figures) {
    lights.push(light);
    reasons.push(reason);
  }
  return { light: worstOf(lights) ?? null, reasons };
}

type Report = { readonly text: string; readonly files: number; readonly figures: number };

/** Words such as 正在推进 without paper and without a number say nothing. */
export function isEmptyReport({ text, files, figures }: Report, shorterThan: number): boolean {
  const words = text.replace(/[\s，。、；：！（）“”]/g, '');
  return files === 0 && figures === 0 && words.length < shorterThan;
}

/** How many numbers were given on the day of a report. */
export function toldOn(numbers: readonly { readonly at: Date }[], on: PlainDate): number {
  return numbers.filter(({ at }) => todayInShanghai(at) === on).length;
}

/** The day on which a clock of the matter is due. */
export function dueOnOf(clocks: readonly MatterClock[], clock: string): PlainDate | null {
  const found = clocks.find((one) => one.clock === clock);
  return found ? todayInShanghai(found.dueAt) : null;
}
