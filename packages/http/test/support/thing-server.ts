import { setTimeout as pause } from 'node:timers/promises';
import {
  type Actor,
  accessMigrations,
  actorFrom,
  anonymousActor,
  audit,
  scopeOf,
  systemActor,
} from '#access';
import { inScope } from '#db';
import { testDatabase } from '#db/testing';
import { newId } from '#kernel/id';
import { todayInShanghai } from '#kernel/plain-date';
import { ensure, Refusal } from '#kernel/refusal';
import { sm3 } from '#kernel/sm3';
import { httpMigrations } from '../../migrations.ts';
import { pageWindow } from '../../page.ts';
import { done } from '../../route.ts';
import { implement } from '../../server/implement.ts';
import { mount } from '../../server/mount.ts';
import { openServer, type ServerOptions } from '../../server/open-server.ts';
import type { ServerWorld } from '../../server/world.ts';
import { serveForTest } from '../../testing.ts';
import { ensureVersion } from '../../version.ts';
import * as routes from './thing-routes.ts';
import {
  createThingTable,
  cutConnection,
  findThings,
  insertThing,
  lockThing,
  provokeClash,
  storeName,
} from './thing-store.ts';

const clerk = anActor('王经办', 'coordinator-clerk');
const otherClerk = anActor('李经办', 'coordinator-clerk');
const guest = anActor('张访客', 'guest');

/** Sessions of this test, by token; the first part of a token is its city. */
const sessions: Readonly<Record<string, Actor>> = { clerk, otherClerk, guest, newcomer: clerk };

function anActor(name: string, role: 'coordinator-clerk' | 'guest'): Actor {
  return actorFrom({ accountId: newId<'account'>(), name, grants: [{ role }] });
}

/** A server with the routes of things on a database of its own. */
export async function thingServer(options: ServerOptions = {}) {
  const { db, drop } = await testDatabase([accessMigrations, httpMigrations]);
  await createThingTable(db);
  const world: ServerWorld = {
    findCaller: async (token) => {
      const [cityId, name = ''] = token.split('.');
      const actor = sessions[name];
      const confined = { to: ['DELETE /knock'], refusal: 'thing.unknown' };
      return actor && { cityId: Number(cityId), actor, ...(name === 'newcomer' ? { confined } : {}) };
    },
    visitor: (_host, cityId) => ({ cityId: cityId ?? 210200, actor: anonymousActor }),
    open: ({ cityId, actor }, { readOnly, origin }, act) =>
      inScope(
        db,
        scopeOf(actor, cityId),
        (tx) => {
          const now = new Date();
          const pack = { id: 'tiny', cityId, name: '小城', keyPrefix: 'X', sections: new Map() };
          return act({ tx, cityId, pack, today: todayInShanghai(now), now, actor, origin });
        },
        { readOnly },
      ),
  };
  const server = await openServer(options);
  mount(server, implementations, world);
  const served = await serveForTest(server);
  const as = (name: keyof typeof sessions | 'nobody', cityId = 210200) =>
    served.browser(name === 'nobody' ? {} : { guatu_session: `${cityId}.${name}` });
  const inCity = <T>(work: Parameters<typeof inScope<T>>[2], cityId = 210200) =>
    inScope(db, scopeOf(systemActor, cityId), work);
  const close = async () => {
    await served.close();
    await drop();
  };
  return { db, baseUrl: served.baseUrl, server, as, inCity, close };
}

/** The database goes away in the middle of the first act that asks for it. */
let cuts = 0;
let clashes = 0;

const implementations = [
  implement(routes.listThings, async (input, city) => {
    const window = pageWindow(input);
    const rows = await findThings(city);
    const shown = rows.slice(window.offset, window.offset + window.limit);
    return { rows: shown, total: rows.length, page: window.page, pageSize: window.pageSize };
  }),
  implement(routes.addThing, async (input, city) => {
    const thing = await insertThing(city, input.name, BigInt(input.amountFen));
    ensure(input.name !== '无名', 'thing.forbidden_name', { name: input.name, amountFen: thing.amountFen });
    await audit(city, { action: 'thing.edit', object: 'thing', objectId: thing.id });
    return thing;
  }),
  implement(routes.renameThing, async ({ id, name, version }, city) => {
    const thing = await lockThing(city, id);
    ensure(thing, 'thing.unknown');
    ensureVersion(thing.version, version, { current: thing });
    return storeName(city, id, name);
  }),
  implement(routes.uploadThings, ({ file, years }) => ({
    name: file.name,
    size: file.bytes.length,
    sm3: sm3(file.bytes),
    years: years ?? [],
  })),
  implement(routes.downloadThings, async (_input, city) => {
    const rows = await findThings(city);
    const text = rows.map((thing) => `${thing.name},${thing.amountFen}\n`).join('');
    return { name: '物件清单 2023.csv', bytes: new TextEncoder().encode(text) };
  }),
  implement(routes.exportThings, async (_input, city) => {
    await audit(city, { action: 'thing.export', object: 'thing' });
    return done;
  }),
  implement(routes.writeInRead, async (_input, city) => {
    await insertThing(city, '偷写', 1n);
    return done;
  }),
  implement(routes.breakDown, async ({ how }, city) => {
    await insertThing(city, `坏了 ${how}`, 1n);
    if (how === 'throw') throw new Error('the cupboard is bare');
    if (how === 'slow') await pause(400);
    if (how === 'clash' && clashes++ === 0) await provokeClash(city);
    if (how === 'cut' && cuts++ === 0) await cutConnection(city);
    return { count: how === 'answer' ? 1.5 : 1 };
  }),
  implement(routes.knock, async ({ word }, city, exchange) => {
    await audit(city, { action: 'door.knock', object: 'door', details: { right: word === '芝麻开门' } });
    if (word !== '芝麻开门') return new Refusal('thing.wrong_word');
    exchange.keepSession(`${city.cityId}.clerk`);
    return { cityId: city.cityId, actor: city.actor.name };
  }),
  implement(routes.leave, (_input, _city, exchange) => {
    exchange.dropSession();
    return done;
  }),
  implement(routes.makeSecret, async ({ name }, city) => {
    await insertThing(city, name, 1n);
    return { word: 'Sesam-1234' };
  }),
  implement(routes.whisper, () => done),
];
