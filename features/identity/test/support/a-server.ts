import {
  accessMigrations,
  addAccount,
  type City,
  grantRole,
  localOperator,
  type Role,
  scopeOf,
} from '#access';
import { inScope, type Migrations } from '#db';
import { asTableOwner, testDatabase } from '#db/testing';
import { registryMigrations } from '#engines/registry';
import { httpMigrations, type Implementation, mount, openServer } from '#http';
import { serveForTest } from '#http/testing';
import type { Id } from '#kernel/id';
import { todayInShanghai } from '#kernel/plain-date';
import type { Pack } from '#pack';
import { signIn } from '../../contract.ts';
import { identityRoutes } from '../../routes.ts';
import { serverWorld } from '../../server-world.ts';

export const cityId = 990100;
export const password = 'Chunfeng@2023';
export const orgs = { city: orgId(1), east: orgId(2), eastTown: orgId(3), west: orgId(4) } as const;

function orgId(n: number): Id<'organisation'> {
  return `01890000-0000-7000-8000-00000000000${n}` as Id<'organisation'>;
}

const pack: Pack = { id: 'tiny', cityId, name: '小城市', keyPrefix: 'XC', sections: new Map() };

type Grant = { readonly role: Role; readonly orgId?: string };

/** A server with the routes of this feature (and others) on a database of its own, with a few organisations. */
export async function identityServer(
  more: (db: Awaited<ReturnType<typeof testDatabase>>['db']) => readonly Implementation[] = () => [],
  owners: readonly Migrations[] = [],
) {
  const base = [accessMigrations, httpMigrations, registryMigrations];
  const { db, drop } = await testDatabase([...base, ...owners]);
  await asTableOwner(db, organisations);
  const server = await openServer({ settings: { requestsPerMinute: 10_000 } });
  let clock = new Date();
  const world = serverWorld({
    db,
    packOf: (id) => (id === cityId ? pack : undefined),
    cityOf: () => cityId,
    now: () => clock,
  });
  mount(server, [...identityRoutes, ...more(db)], world);
  const served = await serveForTest(server);

  function inCity<T>(act: (city: City) => Promise<T>): Promise<T> {
    const now = new Date();
    return inScope(db, scopeOf(localOperator, cityId), (tx) =>
      act({ tx, cityId, pack, today: todayInShanghai(now), now, actor: localOperator }),
    );
  }

  async function person(login: string, ...grants: readonly Grant[]) {
    const { accountId } = await inCity(async (city) => {
      const added = await addAccount(city, {
        login,
        displayName: `${login}同志`,
        password,
        mustChange: false,
      });
      for (const grant of grants) await grantRole(city, { accountId: added.accountId, ...grant });
      return added;
    });
    const browser = served.browser();
    await browser.call(signIn, { login, password });
    return { accountId, login, ...browser };
  }

  return {
    db,
    inCity,
    person,
    browser: served.browser,
    /** Moves the server's clock. */
    later: (minutes: number) => {
      clock = new Date(clock.getTime() + minutes * 60_000);
    },
    close: async () => {
      await served.close();
      await drop();
    },
  };
}

const organisations = `insert into city.organisation
    (city_id, org_id, slug, kind, name, short_name, parent_id, official_order) values
  (${cityId}, '${orgs.city}', 'city', 'city', '小城市', '小城', null, 1),
  (${cityId}, '${orgs.east}', 'east', 'district', '东区', '东区', '${orgs.city}', 2),
  (${cityId}, '${orgs.eastTown}', 'east-town', 'town', '东镇', '东镇', '${orgs.east}', 3),
  (${cityId}, '${orgs.west}', 'west', 'district', '西区', '西区', '${orgs.city}', 4)`;
