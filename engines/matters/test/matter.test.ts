import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Db } from '#db';
import { asTableOwner, type TestDatabase } from '#db/testing';
import { newId } from '#kernel/id';
import {
  actOnMatter,
  checkMatters,
  excludePeriod,
  getMatter,
  type HeldMatter,
  leaderRequests,
  linkMatters,
  listMatters,
  type MatterId,
  openMatter,
  pauseClock,
  resumeClock,
  seatsHeld,
  sweepMatters,
} from '../index.ts';
import { aDatabase, anActor, asCity, cityId } from './a-city.ts';

let database: TestDatabase;
let db: Db;
beforeAll(async () => {
  database = await aDatabase();
  db = database.db;
});
afterAll(() => database.drop());

const [bureau, other, town] = [newId<'org'>(), newId<'org'>(), newId<'org'>()];
const handler = anActor([bureau]);
const raiser = anActor([town]);

const open = (at: string, title = '用地未批') =>
  asCity(
    db,
    (city) =>
      openMatter(city, {
        ...{ kind: 'trial', title, given: { content: '卡在用地' }, lead: bureau, raiser: town },
        ...{ source: 'hand', seat: 'raiser' },
      }),
    { at, actor: raiser },
  );

const act = (held: HeldMatter, action: string, by: typeof handler, at: string, more: object = {}) =>
  asCity(
    db,
    (city) =>
      actOnMatter(city, {
        ...{ matterId: held.row.matterId, version: held.row.version, action, given: {} },
        seats: ({ row }) => seatsHeld(by, row),
        ...more,
      }),
    { at, actor: by },
  );

describe('a matter from its opening to its end', () => {
  test('is accepted, reported done with evidence and confirmed by whoever raised it', async () => {
    let held = await open('2026-09-21T02:00:00Z');
    expect(held.row).toMatchObject({
      number: 'SY-2026-0001',
      state: 'raised',
      lead: bureau,
      dueClock: 'accept',
    });
    held = await act(held, 'accept', handler, '2026-09-22T02:00:00Z');
    expect(held.row).toMatchObject({ state: 'handling', dueClock: 'handle', version: 2 });
    held = await act(held, 'finish', handler, '2026-09-23T02:00:00Z', { given: { evidence: '批文' } });
    held = await act(held, 'confirm', raiser, '2026-09-24T02:00:00Z', { given: { satisfaction: 1 } });
    expect(held.row).toMatchObject({ state: 'closed', satisfaction: 1, dueAt: null, nextAt: null });
    const then = await asCity(db, (city) =>
      getMatter(city, held.row.matterId, new Date('2026-09-22T12:00:00Z')),
    );
    expect(then.matter).toMatchObject({ state: 'handling', version: 2 });
  });

  test.each([
    ['without evidence', 'finish', handler, {}, 'matter.fields_missing'],
    [
      'by the raiser instead of the lead',
      'finish',
      raiser,
      { given: { evidence: '批文' } },
      'matter.not_your_move',
    ],
    ['from another state', 'confirm', raiser, { given: { satisfaction: 1 } }, 'matter.not_in_state'],
    ['that does not exist', 'burn', handler, {}, 'matter.no_such_action'],
    ['on what somebody changed meanwhile', 'finish', handler, { version: 1 }, 'matter.stale'],
  ] as const)('refuses an act %s', async (_, action, by, more, code) => {
    const opened = await open('2026-09-21T02:00:00Z');
    const held = await act(opened, 'accept', handler, '2026-09-21T03:00:00Z');
    await expect(act(held, action, by, '2026-09-21T04:00:00Z', more)).rejects.toMatchObject({ code });
  });

  test('is not closed by its handler, though he sits in the raiser’s seat, too', async () => {
    let held = await open('2026-09-21T02:00:00Z');
    const both = anActor([bureau, town]);
    held = await act(held, 'accept', both, '2026-09-21T03:00:00Z');
    held = await act(held, 'finish', both, '2026-09-21T04:00:00Z', { given: { evidence: '批文' } });
    await expect(
      act(held, 'confirm', both, '2026-09-21T05:00:00Z', { given: { satisfaction: 1 } }),
    ).rejects.toMatchObject({ code: 'matter.handler_never_closes' });
  });

  test('closes by itself when nobody answers the call-back', async () => {
    let held = await open('2026-09-21T02:00:00Z');
    held = await act(held, 'accept', handler, '2026-09-21T03:00:00Z');
    held = await act(held, 'finish', handler, '2026-09-21T04:00:00Z', { given: { evidence: '批文' } });
    await asCity(db, (city) => sweepMatters(city, 100), { at: '2026-09-24T02:00:00Z' });
    expect((await asCity(db, (city) => getMatter(city, held.row.matterId))).row.state).toBe('done');
    await asCity(db, (city) => sweepMatters(city, 100), { at: '2026-09-25T02:00:00Z' });
    expect((await asCity(db, (city) => getMatter(city, held.row.matterId))).row.state).toBe('closed');
  });
});

describe('the ladder', () => {
  test('fires each rung once, raises the level, and only drafts what goes to a leader', async () => {
    const opened = await open('2026-11-02T02:00:00Z');
    const held = await act(opened, 'accept', handler, '2026-11-02T03:00:00Z');
    const firedAt = async (at: string) => {
      await asCity(db, (city) => sweepMatters(city, 1000), { at });
      const { matter } = await asCity(db, (city) => getMatter(city, held.row.matterId));
      return matter.rungs;
    };
    expect(await firedAt('2026-11-09T10:00:00Z')).toEqual([]);
    expect(await firedAt('2026-11-10T10:00:00Z')).toEqual(['handle:1/late']);
    expect(await firedAt('2026-11-10T10:00:00Z')).toEqual(['handle:1/late']);
    expect(await firedAt('2026-11-13T10:00:00Z')).toEqual(['handle:1/late', 'handle:1/up']);
    const now = await asCity(db, (city) => getMatter(city, held.row.matterId));
    expect(now.row.level).toBe('vice-mayor');
    const requests = await asCity(db, (city) => leaderRequests(city));
    expect(requests.filter(({ matterId }) => matterId === held.row.matterId)).toMatchObject([
      { recipient: 'vice-mayor', rung: 'up', state: 'drafted' },
    ]);
  });

  test('counts units that passed it on without a lead', async () => {
    const third = newId<'org'>();
    let held = await open('2026-11-02T02:00:00Z');
    held = await act(held, 'bounce', handler, '2026-11-02T03:00:00Z', {
      given: { reason: '非我单位职责' },
      lead: other,
    });
    expect(held.row).toMatchObject({ lead: other, bounces: 1 });
    const next = anActor([other]);
    held = await act(held, 'bounce', next, '2026-11-02T04:00:00Z', {
      given: { reason: '同上' },
      lead: third,
    });
    await asCity(db, (city) => sweepMatters(city, 1000), { at: '2026-11-02T04:00:01Z' });
    const { matter } = await asCity(db, (city) => getMatter(city, held.row.matterId));
    expect(matter.rungs).toEqual(['bounces:2/bounced']);
  });
});

describe('clocks that stand still', () => {
  test('a pause moves the due day by the working days it lasted', async () => {
    const opened = await open('2026-11-02T02:00:00Z');
    let held = await act(opened, 'accept', handler, '2026-11-02T03:00:00Z');
    const due = held.row.dueAt!;
    const at = { matterId: held.row.matterId, clock: 'handle' } as const;
    held = await asCity(
      db,
      (city) =>
        pauseClock(city, {
          ...{ ...at, version: held.row.version, seat: 'coordinator', pause: 'hearing' },
          ...{ reason: '举行听证', approver: '处长', plannedDays: 3 },
        }),
      { at: '2026-11-03T02:00:00Z' },
    );
    expect(held.row).toMatchObject({ paused: true, dueAt: null });
    held = await asCity(
      db,
      (city) =>
        resumeClock(city, { ...at, version: held.row.version, seat: 'coordinator', reason: '听证结束' }),
      { at: '2026-11-05T02:00:00Z' },
    );
    expect(held.row.paused).toBe(false);
    expect(held.row.dueAt!.getTime()).toBeGreaterThan(due.getTime());
  });

  test('a declared period is derived into every running clock, and the move is on the record', async () => {
    const held = await act(await open('2026-11-16T02:00:00Z'), 'accept', handler, '2026-11-16T03:00:00Z');
    const period = {
      from: '2026-11-17',
      to: '2026-11-18',
      document: '市政府公告',
      reason: '疫情防控',
    } as const;
    const moved = await asCity(db, (city) => excludePeriod(city, period), { at: '2026-11-16T05:00:00Z' });
    expect(moved.map(({ number }) => number)).toContain(held.row.number);
    const now = await asCity(db, (city) => getMatter(city, held.row.matterId));
    expect(now.events.at(-1)?.fact).toMatchObject({
      type: 'moved',
      clock: 'handle',
      because: '市政府公告：疫情防控',
    });
  });
});

describe('who sees a matter', () => {
  const seen = async (actor: ReturnType<typeof anActor>, matterId: MatterId, city = cityId) =>
    (
      await asCity(db, (c) => listMatters(c, {}, { limit: 500, offset: 0 }), { actor, cityId: city })
    ).rows.some((row) => row.matterId === matterId);

  test('those with a seat, those who had one, offices of the city, and nobody of another city', async () => {
    let held = await open('2026-09-21T02:00:00Z');
    const { matterId } = held.row;
    const stranger = anActor([newId<'org'>()]);
    const office = anActor([], { reach: 'city' });
    expect(await Promise.all([handler, raiser, stranger, office].map((who) => seen(who, matterId)))).toEqual([
      ...[true, true, false, true],
    ]);
    expect(await seen(office, matterId, 331100)).toBe(false);
    held = await act(held, 'bounce', handler, '2026-09-21T03:00:00Z', {
      given: { reason: '非职责' },
      lead: other,
    });
    expect(await seen(anActor([other]), matterId)).toBe(true);
    expect(await seen(handler, matterId)).toBe(true);
    await expect(asCity(db, (city) => getMatter(city, matterId), { actor: stranger })).rejects.toMatchObject({
      code: 'matter.unknown',
    });
  });

  test('the program can neither change nor remove an event', async () => {
    await expect(
      asCity(db, async (city) => {
        const { sql } = await import('kysely');
        const { tables } = await import('#db');
        await sql`delete from city.matter_event`.execute(tables(city.tx));
      }),
    ).rejects.toThrow(/permission denied/);
  });
});

describe('what is kept is what the events say', () => {
  test('a check folds every matter again, and names the row that was changed behind its back', async () => {
    const held = await open('2026-09-21T02:00:00Z');
    const cause = await open('2026-09-21T02:00:00Z', '前因');
    await asCity(db, (city) =>
      linkMatters(city, {
        ...{ matterId: held.row.matterId, version: held.row.version, to: cause.row.matterId },
        ...{ link: 'caused-by', seat: 'coordinator' },
      }),
    );
    expect((await asCity(db, checkMatters)).faults).toEqual([]);
    await asTableOwner(db, `update city.matter set state = 'closed' where matter_id = $1`, [
      held.row.matterId,
    ]);
    const { faults } = await asCity(db, checkMatters);
    expect(faults).toMatchObject([
      { number: held.row.number, column: 'state', stored: 'closed', folded: 'raised' },
    ]);
  });
});
