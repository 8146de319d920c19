import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Actor, type City, systemActor } from '#access';
import { testDatabase } from '#db/testing';
import { openFileStore, setFileStore } from '#files';
import { mount, openServer } from '#http';
import { serveForTest } from '#http/testing';
import type { PlainDate } from '#kernel/plain-date';
import { demonstrationSection, type Pack, sectionOf } from '#pack';
import { fillDemonstration } from '../../../apps/program/demonstration.ts';
import { demonstrationPassword } from '../../../apps/program/demonstration-accounts.ts';
import { implementations } from '../../../apps/program/implementations.ts';
import { migrations } from '../../../apps/program/migrations.ts';
import { signIn } from '../../identity/contract.ts';
import { serverWorld } from '../../identity/server-world.ts';

export const dalian = 210_200;

/** The whole program over the demonstration year of the shipped packs, on one of its days. */
export async function demonstrationCity() {
  const { db, drop } = await testDatabase(migrations);
  const home = mkdtempSync(join(tmpdir(), 'guatu-bulletins-'));
  setFileStore(await openFileStore(join(home, 'files')));
  const packs = new Map<number, Pack>();
  let today: PlainDate | undefined;
  const dayOf = (cityId: number) => {
    const pack = packs.get(cityId);
    return today ?? (pack ? sectionOf(pack, demonstrationSection)?.asOf : undefined);
  };
  const now = () => new Date();
  const world = serverWorld({
    ...{ db, now, demonstration: true },
    ...{ packOf: (id) => packs.get(id), cityOf: () => dalian, todayOf: dayOf },
  });
  const program = { db, home, now, packs, demonstration: true, world };
  await fillDemonstration(program, () => undefined);
  const server = await openServer({ settings: { requestsPerMinute: 10_000 } });
  mount(server, await implementations(program), world);
  const served = await serveForTest(server);
  return {
    db,
    packs,
    world,
    on: (day: PlainDate) => {
      today = day;
    },
    inCity: <T>(act: (city: City) => Promise<T>, actor: Actor = systemActor) =>
      world.open({ cityId: dalian, actor }, { readOnly: false, origin: {} }, act),
    person: async (login: string) => {
      const browser = served.browser();
      await browser.call(signIn, { login, password: demonstrationPassword, cityId: dalian });
      return browser;
    },
    /** Somebody without an account. */
    passerBy: () => served.browser(),
    close: async () => {
      await served.close();
      await drop();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

export type DemonstrationCity = Awaited<ReturnType<typeof demonstrationCity>>;
export type Person = Awaited<ReturnType<DemonstrationCity['person']>>;
