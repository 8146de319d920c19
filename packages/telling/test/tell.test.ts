import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { disableAccount, listGrants, revokeRole } from '#access';
import type { TestDatabase } from '#db/testing';
import type { Addressee } from '../addressee.ts';
import { countUnread, listInbox, markRead } from '../store/inbox.ts';
import { listUnreached, settleUnreached } from '../store/unreached.ts';
import { type Telling, tell } from '../tell.ts';
import { aTelling, inCity, morning, orgs, seat, tellingDatabase } from './support/a-city.ts';

let base: TestDatabase;
beforeAll(async () => {
  base = await tellingDatabase();
});
afterAll(() => base.drop());

const say = (telling: Telling, as?: string) =>
  inCity(base.db, as ? { as } : {}, (city) => tell(city, telling));
const readBy = (as: string) =>
  inCity(base.db, { as }, (city) => listInbox(city.tx, as, { limit: 50, offset: 0, unread: false }));
const personId = '01890000-0000-7000-8000-0000000000a1';

describe('an addressee', () => {
  test('is an account, a person, an office with or without roles, or a role', async () => {
    const reviewer = await seat(base.db, 'district-reviewer', { orgId: orgs.east });
    const filler = await seat(base.db, 'district-filler', { orgId: orgs.east });
    const elsewhere = await seat(base.db, 'district-reviewer', { orgId: orgs.west });
    const secretary = await seat(base.db, 'secretary', { personId });
    const leader = await seat(base.db, 'leader');
    const cases: readonly [Addressee, readonly string[]][] = [
      [{ account: leader }, [leader]],
      [{ person: personId }, [secretary]],
      [{ org: orgs.east }, [reviewer, filler]],
      [{ org: orgs.east, roles: ['district-reviewer'] }, [reviewer]],
      [{ role: 'district-reviewer' }, [reviewer, elsewhere]],
    ];
    for (const [to, accounts] of cases) {
      const telling = aTelling({ to: [to], title: `给 ${JSON.stringify(to)}` });
      expect(await say(telling)).toEqual({ reached: accounts.length, newly: accounts.length, unreached: [] });
      for (const account of [reviewer, filler, elsewhere, secretary, leader]) {
        const { rows } = await readBy(account);
        const told = rows.filter((row) => row.title === telling.title).length;
        expect([to, account, told]).toEqual([to, account, accounts.includes(account) ? 1 : 0]);
      }
    }
  });

  test('behind whom there is nobody stands in the list until somebody deals with it', async () => {
    const gone = await seat(base.db, 'government-office');
    await inCity(base.db, {}, (city) => disableAccount(city, gone));
    const ended = await seat(base.db, 'supervision-office');
    await inCity(base.db, {}, async (city) => {
      const [grant] = await listGrants(city.tx, city.today, { accountId: ended });
      await revokeRole(city, grant?.grantId ?? '');
    });
    const to: Addressee[] = [{ role: 'government-office' }, { account: ended }, { org: orgs.city }];
    const telling = aTelling({ to });
    expect(await say(telling)).toEqual({ reached: 0, newly: 0, unreached: to });
    await say(telling);
    await say({ ...telling, key: `${telling.key} again`, to: [to[2] as Addressee] });
    const listed = await inCity(base.db, {}, (city) => listUnreached(city.tx));
    expect(listed.map(({ addressee }) => addressee).sort()).toEqual(
      [`account ${ended}`, `org ${orgs.city}`, 'role government-office'].sort(),
    );
    const office = listed.find(({ addressee }) => addressee.startsWith('org'));
    expect(office).toMatchObject({ name: '市政府', count: 2, kinds: ['test.reminder'] });
    const by = { accountId: ended, at: morning };
    for (const { unreachedId } of listed)
      expect(await inCity(base.db, {}, (city) => settleUnreached(city.tx, unreachedId, by))).toBe(true);
    expect(await inCity(base.db, {}, (city) => listUnreached(city.tx))).toEqual([]);
  });
});

describe('telling', () => {
  test('twice under one key tells each account once, though it comes through two addressees', async () => {
    const leader = await seat(base.db, 'leader');
    const clerk = await seat(base.db, 'coordinator-clerk');
    const telling = aTelling({ to: [{ account: leader }, { account: leader }] });
    expect(await say(telling)).toMatchObject({ reached: 1, newly: 1 });
    expect(await say({ ...telling, to: [{ account: leader }, { account: clerk }] })).toMatchObject({
      reached: 2,
      newly: 1,
    });
    expect((await readBy(leader)).total).toBe(1);
    expect((await readBy(clerk)).total).toBe(1);
  });

  test('at the same time from two sides tells once', async () => {
    const leader = await seat(base.db, 'leader');
    const telling = aTelling({ to: [{ account: leader }] });
    await Promise.all([say(telling), say(telling), say(telling)]);
    expect((await readBy(leader)).total).toBe(1);
  });

  test('goes with what happened: undone with it', async () => {
    const leader = await seat(base.db, 'leader');
    const undone = inCity(base.db, {}, async (city) => {
      await tell(city, aTelling({ to: [{ account: leader }] }));
      throw new Error('the act failed');
    });
    await expect(undone).rejects.toThrow('the act failed');
    expect((await readBy(leader)).total).toBe(0);
  });

  test('is done by whoever acts, and read by the addressee alone', async () => {
    const leader = await seat(base.db, 'leader');
    const filler = await seat(base.db, 'filler', { orgId: orgs.east });
    await say(aTelling({ to: [{ account: leader }] }), filler);
    expect((await readBy(leader)).total).toBe(1);
    const peeking = (as: string) =>
      inCity(base.db, { as }, (city) => listInbox(city.tx, leader, { limit: 9, offset: 0, unread: false }));
    expect((await peeking(filler)).total).toBe(0);
    const [message] = (await readBy(leader)).rows;
    const mark = (as: string) =>
      inCity(base.db, { as }, (city) =>
        markRead(city.tx, leader, { inboxIds: [message?.inboxId ?? ''], at: morning }),
      );
    expect(await mark(filler)).toBe(0);
    expect(await inCity(base.db, { as: leader }, (city) => countUnread(city.tx, leader, 100))).toBe(1);
    expect(await mark(leader)).toBe(1);
    expect(await inCity(base.db, { as: leader }, (city) => countUnread(city.tx, leader, 100))).toBe(0);
  });

  test('refuses a kind nobody declared, and a link that leads elsewhere', async () => {
    await expect(say(aTelling({ kind: 'test.unheard' }))).rejects.toThrow('defineTellingKinds');
    const about = { object: 'matter', objectId: '1', path: 'https://elsewhere.example/' };
    await expect(say(aTelling({ about }))).rejects.toThrow('a page of ours');
  });
});
