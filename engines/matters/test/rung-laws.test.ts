import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dueRungs } from '../domain/due-rungs.ts';
import { levelRank } from '../domain/ladder-level.ts';
import type { Matter } from '../domain/matter.ts';
import { aMatter, aRun, aWorld } from './a-clocked-matter.ts';
import { aLadder } from './a-ladder.ts';
import { at } from './clock-cases.ts';

const ladder = aLadder();
const begins = at('2023-09-25 09:00').getTime();
const hour = 3_600_000;
const instants = fc
  .uniqueArray(fc.integer({ min: 0, max: 24 * 60 }), { minLength: 1, maxLength: 40 })
  .map((hours) => hours.toSorted((a, b) => a - b).map((one) => new Date(begins + one * hour)));
const world = (asOf: Date) => ({ ...aWorld('2023-09-25 09:00'), asOf });

/** What a sweep does with a matter: every due rung is recorded, the one that raises raises. */
function sweep(matter: Matter, asOf: Date): { matter: Matter; fired: string[] } {
  const { due } = dueRungs(ladder, matter, world(asOf));
  const fired = due.map(({ rung, run }) => `${run}/${rung.id}`);
  const level = due.findLast(({ raiseTo }) => raiseTo)?.raiseTo ?? matter.level;
  return { matter: { ...matter, rungs: [...matter.rungs, ...fired], ...(level ? { level } : {}) }, fired };
}

describe('whatever the instants of the sweeps', () => {
  test('no rung fires twice, and together they fire what one sweep at the end fires', () => {
    fc.assert(
      fc.property(instants, (sweeps) => {
        let matter = aMatter();
        const fired: string[] = [];
        for (const asOf of sweeps) {
          const done = sweep(matter, asOf);
          matter = done.matter;
          fired.push(...done.fired);
        }
        expect(new Set(fired).size).toBe(fired.length);
        const last = sweeps.at(-1) ?? at('2023-09-25 09:00');
        expect(fired.toSorted()).toEqual(sweep(aMatter(), last).fired.toSorted());
      }),
    );
  });

  test('the level a matter ends on is the same, and it never falls on the way', () => {
    fc.assert(
      fc.property(instants, (sweeps) => {
        let matter = aMatter();
        for (const asOf of sweeps) {
          const before = levelRank(ladder, matter.level);
          matter = sweep(matter, asOf).matter;
          expect(levelRank(ladder, matter.level)).toBeGreaterThanOrEqual(before);
        }
        expect(matter.level).toBe(sweep(aMatter(), sweeps.at(-1) ?? new Date(begins)).matter.level);
      }),
    );
  });

  test('nothing becomes due before the instant named as the next, and at that instant something does', () => {
    const within = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 24 * 40 }), within, (hours, part) => {
        const asOf = new Date(begins + hours * hour);
        const { matter } = sweep(aMatter(), asOf);
        const { nextAt } = dueRungs(ladder, matter, world(asOf));
        if (!nextAt) return;
        const between = new Date(asOf.getTime() + Math.floor((nextAt.getTime() - asOf.getTime()) * part));
        expect(dueRungs(ladder, matter, world(between)).due).toEqual([]);
        expect(dueRungs(ladder, matter, world(nextAt)).due.length).toBeGreaterThan(0);
      }),
    );
  });

  test('through pauses, ends and further runs no rung of a run fires twice, and none while paused', () => {
    const step = fc.constantFrom('sweep', 'pause', 'resume', 'again', 'bounce', 'redo');
    const steps = fc.array(fc.tuple(step, fc.integer({ min: 1, max: 96 })), { maxLength: 40 });
    fc.assert(
      fc.property(steps, (walk) => {
        let matter = aMatter();
        let now = begins;
        for (const [what, hours] of walk) {
          now += hours * hour;
          const asOf = new Date(now);
          const open = matter.clocks.at(-1) ?? aRun();
          const paused = open.pauses.some(({ to }) => !to);
          if (what === 'sweep') {
            const done = sweep(matter, asOf);
            expect(done.fired.filter((key) => matter.rungs.includes(key))).toEqual([]);
            if (paused) expect(done.fired.filter((key) => key.startsWith('handle'))).toEqual([]);
            matter = done.matter;
          } else if (what === 'bounce') matter = { ...matter, bounces: matter.bounces + 1 };
          else if (what === 'redo') matter = { ...matter, redos: matter.redos + 1 };
          else matter = { ...matter, clocks: turned(matter.clocks, what, asOf, paused) };
        }
        expect(new Set(matter.rungs).size).toBe(matter.rungs.length);
      }),
    );
  });
});

function turned(clocks: Matter['clocks'], what: string, asOf: Date, paused: boolean): Matter['clocks'] {
  const open = clocks.at(-1) ?? aRun();
  const rest = clocks.slice(0, -1);
  const pauses = open.pauses.map((one) => (one.to ? one : { ...one, to: asOf }));
  if (what === 'pause' && !paused) {
    const pause = { from: asOf, kind: 'higher', reason: '等', approver: '某', plannedDays: 3 };
    return [...rest, { ...open, pauses: [...open.pauses, pause] }];
  }
  if (what === 'resume') return [...rest, { ...open, pauses }];
  if (what !== 'again') return clocks;
  return [...rest, { ...open, pauses, endedAt: asOf }, aRun({ run: open.run + 1, startedAt: asOf })];
}
