import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type HolidayNotice, makeCalendar } from '#kernel/calendar';
import { addDays, type PlainDate, todayInShanghai } from '#kernel/plain-date';
import { clockLight, dueOf, isShort, leftOf, warnAtOf } from '../domain/clock.ts';
import type { ClockPause, ClockRule, ClockRun, ExcludedPeriod, LimitUnit } from '../domain/clock-rule.ts';
import { clockTable } from '../domain/clock-table.ts';
import { notices } from './clock-cases.ts';

const hour = 3_600_000;
const origin = Date.parse('2019-12-01T00:00:00+08:00');
const instantAfter = (hours: number) => new Date(origin + hours * hour);
const units: LimitUnit[] = ['minute', 'hour', 'day', 'working-day', 'xun', 'month-end'];

const aTime = fc.constantFrom('09:00', '12:00', '17:00', '17:30', '24:00');
const aLimit = fc.record({ amount: fc.integer({ min: 0, max: 30 }), unit: fc.constantFrom(...units) });
const aRule: fc.Arbitrary<ClockRule> = fc.record(
  {
    limit: aLimit,
    warn: fc.record({ amount: fc.integer({ min: 0, max: 5 }), unit: fc.constantFrom(...units) }),
    countsFirstDay: fc.boolean(),
    cutOff: aTime,
    dayEnds: aTime,
    basis: fc.constant('平台默认值'),
  },
  { requiredKeys: ['limit', 'warn', 'basis'] },
);

/** Hours from the origin on, in quarters, so that pauses often begin and end on the edges of days. */
const anInstant = fc.integer({ min: 0, max: 24 * 400 * 4 }).map((quarters) => quarters / 4);
const aStart = fc.integer({ min: 0, max: 24 * 300 * 4 }).map((quarters) => quarters / 4);
const aPauseAfter = (start: number): fc.Arbitrary<ClockPause> =>
  fc
    .record({
      after: fc.integer({ min: 0, max: 24 * 40 * 4 }),
      length: fc.integer({ min: 0, max: 24 * 20 * 4 }),
      open: fc.boolean(),
    })
    .map(({ after, length, open }) => ({
      from: instantAfter(start + after / 4),
      ...(open ? {} : { to: instantAfter(start + (after + length) / 4) }),
      ...{ kind: '补正材料', reason: '材料不全', approver: '处长', plannedDays: 3 },
    }));

const aRun: fc.Arbitrary<ClockRun> = aStart.chain((start) =>
  fc.record({
    clock: fc.constant('handle'),
    run: fc.constant(1),
    rule: aRule,
    startedAt: fc.constant(instantAfter(start)),
    pauses: fc.array(aPauseAfter(start), { maxLength: 4 }),
  }),
);
const aDay = fc.integer({ min: 0, max: 450 }).map((days) => addDays('2019-12-01', days));
const aPeriod: fc.Arbitrary<ExcludedPeriod> = fc
  .record({ from: aDay, days: fc.integer({ min: 0, max: 40 }) })
  .map(({ from, days }) => ({ from, to: addDays(from, days), document: '公告', reason: '疫情防控' }));
const someYears = notices.filter(({ year }) => year <= 2020);
const aWorld = fc.record({
  calendar: fc.constantFrom(makeCalendar([]), makeCalendar(someYears), makeCalendar(notices)),
  excluded: fc.array(aPeriod, { maxLength: 2 }),
  asOf: anInstant.map(instantAfter),
});

const holds = (property: fc.IRawProperty<unknown>) =>
  fc.assert(property as fc.IProperty<unknown>, { numRuns: 400 });

describe('any clock', () => {
  test('is not due earlier for one more pause', () => {
    holds(
      fc.property(aRun, aWorld, fc.integer({ min: 0, max: 3000 }), (run, world, after) => {
        const from = new Date(run.startedAt.getTime() + after * (hour / 4));
        const to = new Date(from.getTime() + (after % 97) * (hour / 4));
        const more = { from, to, kind: '专家评审', reason: '评审', approver: '处长', plannedDays: 2 };
        const longer = dueOf({ ...run, pauses: [...run.pauses, more] }, world);
        expect(longer.dueAt >= dueOf(run, world).dueAt).toBe(true);
      }),
    );
  });

  test('is not due earlier for a pause that ends later', () => {
    holds(
      fc.property(aRun, aWorld, fc.integer({ min: 0, max: 400 }), (run, world, quarters) => {
        const pauses = run.pauses.map((pause) =>
          pause.to ? { ...pause, to: new Date(pause.to.getTime() + quarters * (hour / 4)) } : pause,
        );
        expect(dueOf({ ...run, pauses }, world).dueAt >= dueOf(run, world).dueAt).toBe(true);
      }),
    );
  });

  test('is not due earlier for a longer limit', () => {
    holds(
      fc.property(aRun, aWorld, fc.integer({ min: 0, max: 20 }), (run, world, more) => {
        const { limit } = run.rule;
        const rule = { ...run.rule, limit: { ...limit, amount: limit.amount + more } };
        expect(dueOf({ ...run, rule }, world).dueAt >= dueOf(run, world).dueAt).toBe(true);
      }),
    );
  });

  test('is not due earlier for one more holiday or declared period', () => {
    holds(
      fc.property(aRun, aWorld, aDay, aPeriod, (run, world, day, period) => {
        const notice: HolidayNotice = {
          ...{ year: 2030, document: '延长', issuedOn: '2030-01-01' },
          days: [{ day, rest: true, name: '延长' }],
        };
        const known = notices.filter(({ year }) => world.calendar.years.has(year));
        const calendar = makeCalendar([...known, notice]);
        const due = dueOf(run, world).dueAt;
        expect(dueOf(run, { ...world, calendar }).dueAt >= due).toBe(true);
        expect(dueOf(run, { ...world, excluded: [...world.excluded, period] }).dueAt >= due).toBe(true);
      }),
    );
  });

  test('is not due before it starts, nor on another day than that of its due instant', () => {
    holds(
      fc.property(aRun, aWorld, (run, world) => {
        const { dueAt, dueOn, countedFrom } = dueOf(run, world);
        expect(dueAt >= run.startedAt).toBe(true);
        expect(todayInShanghai(dueAt)).toBe(dueOn);
        expect(countedFrom >= todayInShanghai(run.startedAt)).toBe(true);
        const warnAt = warnAtOf(run, world);
        expect(warnAt >= run.startedAt && warnAt <= dueAt).toBe(true);
      }),
    );
  });

  test('that was not red when it was paused is not while the pause lasts', () => {
    holds(
      fc.property(
        aRun,
        aWorld,
        aPauseAfter(0),
        fc.integer({ min: 0, max: 4000 }),
        (run, world, pause, after) => {
          const from = new Date(run.startedAt.getTime() + after * (hour / 4));
          const closed = run.pauses.filter(({ to }) => to !== undefined && to <= from);
          const before = clockLight({ ...run, pauses: closed }, { ...world, asOf: from });
          const { to: _to, ...open } = { ...pause, from };
          const now = { ...world, asOf: new Date(Math.max(from.getTime(), world.asOf.getTime())) };
          const light = clockLight({ ...run, pauses: [...closed, open] }, now);
          expect(light === 'red').toBe(before === 'red');
        },
      ),
    );
  });

  test('is red only when overdue, and has something left only when not', () => {
    holds(
      fc.property(aRun, aWorld, (run, world) => {
        const { left, late, overdue } = leftOf(run, world);
        expect(late).toBe(clockLight(run, world) === 'red');
        expect(late ? left : overdue).toBe(0);
        expect(left >= 0 && overdue >= 0).toBe(true);
      }),
    );
  });
});

describe('the table', () => {
  test('ends its counting on the due day, and counts the limit', () => {
    holds(
      fc.property(aRun, aWorld, (run, world) => {
        const table = clockTable(run, world);
        const due = dueOf(run, world);
        expect(table.due).toEqual(due);
        if (table.of === 'time') {
          const ran = table.rows.filter(({ counts }) => counts);
          const minutes = ran.reduce(
            (sum, { from, to }) => sum + (to.getTime() - from.getTime()) / 60_000,
            0,
          );
          expect(minutes).toBe(run.rule.limit.amount * (run.rule.limit.unit === 'hour' ? 60 : 1));
          return;
        }
        const counted = table.rows.filter(({ counts }) => counts);
        expect(counted.at(-1)?.day).toBe(due.dueOn);
        expect(counted.at(-1)?.left).toBe(0);
        expect(counted.map(({ nth }) => nth)).toEqual(counted.map((_row, index) => index + 1));
        const upToDue = table.rows.filter(({ day }) => day <= due.dueOn);
        expect(upToDue.some(({ provisional }) => provisional)).toBe(due.provisional);
      }),
    );
  });

  test('has every day once, from the start to the due day or the day it is judged on', () => {
    holds(
      fc.property(aRun, aWorld, (run, world) => {
        fc.pre(!isShort(run.rule.limit));
        const table = clockTable(run, world);
        if (table.of !== 'days') throw new Error('a table of days');
        const first = todayInShanghai(run.startedAt);
        expect(table.rows.map(({ day }) => day)).toEqual(
          table.rows.map((_row, index) => addDays(first, index)),
        );
        const today = todayInShanghai(world.asOf);
        expect(table.rows.at(-1)?.day).toBe([today, table.due.dueOn].sort()[1]);
      }),
    );
  });

  test('tells the same left and overdue as the list does', () => {
    holds(
      fc.property(aRun, aWorld, (run, world) => {
        fc.pre(!isShort(run.rule.limit) && world.asOf >= run.startedAt);
        const table = clockTable(run, world);
        if (table.of !== 'days') throw new Error('a table of days');
        const row = table.rows.find(({ day }) => day === todayInShanghai(world.asOf));
        const { left, late, overdue } = leftOf(run, world);
        expect(row?.left).toBe(late ? 0 - overdue : left);
      }),
    );
  });
});

/** The plainest count there is: day after day, each asked by itself. */
function dueDayByHand(run: ClockRun, world: { calendar: ReturnType<typeof makeCalendar> }): PlainDate {
  const { amount, unit } = run.rule.limit;
  let day = todayInShanghai(run.startedAt);
  const works = (one: PlainDate) => unit === 'day' || world.calendar.dayKind(one).works;
  while (!works(day)) day = addDays(day, 1);
  for (let left = amount; left > 0; ) {
    day = addDays(day, 1);
    if (works(day)) left -= 1;
  }
  return day;
}

test('a clock of days without stops is due where counting by hand ends', () => {
  const days = fc.record({
    amount: fc.integer({ min: 0, max: 60 }),
    unit: fc.constantFrom<LimitUnit>('day', 'working-day'),
  });
  holds(
    fc.property(aRun, aWorld, days, (run, world, limit) => {
      const plain = { ...run, pauses: [], rule: { limit, warn: limit, basis: '' } };
      expect(dueOf(plain, { ...world, excluded: [] }).dueOn).toBe(dueDayByHand(plain, world));
    }),
  );
});
