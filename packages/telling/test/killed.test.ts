import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { asTableOwner } from '#db/testing';
import { messageIdOf } from '../message-id.ts';
import { tell } from '../tell.ts';
import { aTelling, cityId, inCity, morning, orgs, tellingDatabase } from './support/a-city.ts';
import { anOpenChannel, drain, later, openOutwardWorld } from './support/outward.ts';

const instance = fileURLToPath(new URL('./support/drain-process.ts', import.meta.url));

test('an instance killed while it sends leaves the message to another, under the same id', async () => {
  openOutwardWorld();
  const base = await tellingDatabase();
  const ids: unknown[] = [];
  let answering = false;
  const silent = createServer((request, answer) => {
    ids.push(request.headers['x-guatu-message-id']);
    request.resume();
    silent.emit('asked');
    if (answering) answer.end('{"errcode":0}');
  });
  await new Promise<void>((listening) => silent.listen(0, '127.0.0.1', listening));
  const url = `http://127.0.0.1:${(silent.address() as AddressInfo).port}/send?key=k`;
  // Without a sealed token the other process needs no key of this one.
  const channel = await anOpenChannel(base.db, 'wecom', { address: { url }, orgIds: [orgs.east] });
  await asTableOwner(base.db, 'update city.telling_channel set sealed = null');
  await inCity(base.db, {}, (city) => tell(city, aTelling({ key: 'killed', to: [{ org: orgs.east }] })));

  const asked = once(silent, 'asked');
  const child = spawn(process.execPath, [instance, base.db.database, morning.toISOString()]);
  await asked;
  child.kill('SIGKILL');
  await once(child, 'exit');
  silent.closeAllConnections();

  answering = true;
  expect(await drain(base.db, later(1))).toBe(0);
  expect(await drain(base.db, later(6))).toBe(1);
  expect(await drain(base.db, later(60))).toBe(0);
  const messageId = messageIdOf(cityId, 'killed', null, channel);
  expect(ids).toEqual([messageId, messageId]);
  silent.close();
  await base.drop();
}, 60_000);
