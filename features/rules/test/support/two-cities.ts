import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  accessMigrations,
  addAccount,
  type City,
  grantRole,
  localOperator,
  type Role,
  rolesSection,
} from '#access';
import { saveCity } from '#db';
import { testDatabase } from '#db/testing';
import { indicatorsMigrations, lightsSection } from '#engines/indicators';
import {
  listOrganisations,
  organisationsSection,
  registryMigrations,
  registrySections,
  syncOrganisations,
} from '#engines/registry';
import { filesMigrations, openFileStore, setFileStore } from '#files';
import { httpMigrations, mount, openServer } from '#http';
import { serveForTest } from '#http/testing';
import type { PlainDate } from '#kernel/plain-date';
import { loadPack, type Pack, packDirs, sectionOf } from '#pack';
import { signIn } from '../../../identity/contract.ts';
import { identityRoutes } from '../../../identity/routes.ts';
import { serverWorld } from '../../../identity/server-world.ts';
import { intakeMigrations } from '../../../intake/migrations.ts';
import { intakeRoutes } from '../../../intake/routes.ts';
import { vocabularyRoutes } from '../../../intake/vocabulary-routes.ts';
import { vocabularySection } from '../../../intake/vocabulary-section.ts';
import { organisationsRoutes } from '../../../organisations/routes.ts';
import { progressMigrations } from '../../../progress/migrations.ts';
import { progressRoutes } from '../../../progress/routes.ts';
import { rulesMigrations } from '../../migrations.ts';
import { keepPacks } from '../../pack-keeper.ts';
import { rulesRoutes } from '../../routes.ts';

export const password = 'Chunfeng@2023';
const tiny = join(import.meta.dirname, '../../../../test/packs/tiny');
const sections = [...registrySections, lightsSection, vocabularySection, rolesSection];

/** Two little cities with one pack each, and two instances of the program before the same database. */
export async function twoCities() {
  const { db, drop } = await testDatabase([
    ...[accessMigrations, httpMigrations, filesMigrations, registryMigrations, indicatorsMigrations],
    ...[intakeMigrations, progressMigrations, rulesMigrations],
  ]);
  const folder = mkdtempSync(join(tmpdir(), 'guatu-two-'));
  setFileStore(await openFileStore(join(folder, 'files')));
  const dirOf = (name: string, cityId: number, cityName: string) => {
    const dir = join(folder, name);
    cpSync(tiny, dir, { recursive: true });
    const file = join(dir, 'city.yaml');
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, text.replace('829900', String(cityId)).replace('name: 三川', `name: ${cityName}`));
    return dir;
  };
  const dirs = { three: dirOf('three', 829900, '三川'), five: dirOf('five', 829800, '五湖') };
  const packs = new Map<number, Pack>();
  const read = (dir: string) => {
    const pack = loadPack(packDirs(dir), sections);
    packs.set(pack.cityId, pack);
    return pack;
  };
  const cities = { three: read(dirs.three).cityId, five: read(dirs.five).cityId };
  let today: PlainDate = '2023-06-15';

  async function instance() {
    const world = serverWorld({
      ...{
        db,
        packOf: keepPacks(db, (id) => packs.get(id)),
        cityOf: () => cities.three,
        todayOf: () => today,
      },
    });
    const server = await openServer({ settings: { requestsPerMinute: 10_000 } });
    const routes = [
      ...identityRoutes,
      ...rulesRoutes,
      ...progressRoutes,
      ...intakeRoutes,
      ...vocabularyRoutes,
      ...organisationsRoutes,
    ];
    mount(server, routes, world);
    return { world, served: await serveForTest(server) };
  }
  const [first, second] = [await instance(), await instance()];
  const inCity = <T>(cityId: number, act: (city: City) => Promise<T>) =>
    first.world.open({ cityId, actor: localOperator }, { readOnly: false, origin: {} }, act);
  for (const [name, cityId] of Object.entries(cities)) {
    await inCity(cityId, async (city) => {
      await saveCity(city.tx, dirs[name as keyof typeof dirs], city.pack.name);
      await syncOrganisations(city, sectionOf(city.pack, organisationsSection));
    });
  }

  async function person(cityId: number, login: string, role: Role, org?: string) {
    await inCity(cityId, async (city) => {
      const about = { login, displayName: `${login}同志`, password, mustChange: false };
      const { accountId } = await addAccount(city, about);
      const found = org && (await listOrganisations(city)).find(({ slug }) => slug === org);
      await grantRole(city, { accountId, role, ...(found ? { orgId: found.orgId } : {}) });
    });
    return elsewhere(cityId, login, first);
  }

  /** The same person before an instance. */
  async function elsewhere(cityId: number, login: string, at = second) {
    const browser = at.served.browser();
    await browser.call(signIn, { cityId, login, password });
    return browser;
  }

  return {
    ...{ db, cities, dirs, inCity, person, elsewhere, read },
    on: (day: PlainDate) => {
      today = day;
    },
    close: async () => {
      await first.served.close();
      await second.served.close();
      await drop();
      rmSync(folder, { recursive: true });
    },
  };
}
