import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type Actor,
  accessMigrations,
  addAccount,
  type City,
  grantRole,
  localOperator,
  type Role,
} from '#access';
import { type Migrations, saveCity } from '#db';
import { asTableOwner, testDatabase } from '#db/testing';
import { indicatorsMigrations, lightsSection, reportingSection } from '#engines/indicators';
import { laddersSection, type MatterId, mattersMigrations, mattersSection } from '#engines/matters';
import {
  createProject,
  listOrganisations,
  organisationsSection,
  registryMigrations,
  registrySections,
  syncOrganisations,
} from '#engines/registry';
import { filesMigrations, openFileStore, setFileStore } from '#files';
import { httpMigrations, type Implementation, mount, openServer } from '#http';
import { serveForTest, type TestBrowser } from '#http/testing';
import { loadPack, type PackSection, packDirs, sectionOf } from '#pack';
import { tellingMigrations } from '#telling';
import { signIn } from '../../../identity/contract.ts';
import { identityRoutes } from '../../../identity/routes.ts';
import { serverWorld } from '../../../identity/server-world.ts';
import { sweepCity } from '../../acts/sweep-city.ts';
import * as contract from '../../contract.ts';
import '../../kinds/all-kinds.ts';
import { mattersRoutes } from '../../routes.ts';

const password = 'Chunfeng@2023';

/** What another feature under test brings along. */
type Surroundings = {
  readonly routes?: readonly Implementation[];
  readonly sections?: readonly PackSection<unknown>[];
  readonly migrations?: readonly Migrations[];
};

/** Dalian with its own ladders before a server; the test says what time it is. */
export async function mattersCity(more: Surroundings = {}) {
  const { db, drop } = await testDatabase([
    ...[accessMigrations, tellingMigrations, httpMigrations, filesMigrations, registryMigrations],
    ...[indicatorsMigrations, mattersMigrations, ...(more.migrations ?? [])],
  ]);
  const home = mkdtempSync(join(tmpdir(), 'guatu-matters-'));
  setFileStore(await openFileStore(join(home, 'files')));
  const own = [...registrySections, lightsSection, reportingSection, mattersSection, laddersSection];
  const sections = [...own, ...(more.sections ?? [])];
  const pack = loadPack(packDirs('dalian'), sections);
  const { cityId } = pack;
  let instant = new Date('2023-05-08T01:00:00Z');
  const world = serverWorld({
    ...{ db, packOf: (id) => (id === cityId ? pack : undefined), cityOf: () => cityId, now: () => instant },
  });
  const server = await openServer({ settings: { rateLimits: false } });
  mount(server, [...identityRoutes, ...mattersRoutes, ...(more.routes ?? [])], world);
  const served = await serveForTest(server);
  const inCity = <T>(act: (city: City) => Promise<T>, actor: Actor = localOperator) =>
    world.open({ cityId, actor }, { readOnly: false, origin: {} }, act);

  const orgs = await inCity(async (city) => {
    await saveCity(city.tx, 'dalian', pack.name);
    await syncOrganisations(city, sectionOf(pack, organisationsSection));
    return new Map((await listOrganisations(city)).map(({ slug, orgId }) => [slug, orgId]));
  });
  const org = (slug: string) => orgs.get(slug)!;

  async function person(login: string, role: Role, slug?: string, personId?: string): Promise<TestBrowser> {
    await inCity(async (city) => {
      const { accountId } = await addAccount(city, {
        ...{ login, displayName: `${login}同志`, password, mustChange: false, personId },
      });
      await grantRole(city, { accountId, role, ...(slug ? { orgId: org(slug) } : {}) });
    });
    const browser = served.browser();
    await browser.call(signIn, { login, password });
    return browser;
  }

  const project = (name: string, district: string, unit?: string) =>
    inCity(
      async (city) =>
        (
          await createProject(city, {
            ...{ name, districts: [org(district)], stage: 'building' },
            detail: { totalFen: '10000000000000' },
            ...(unit ? { sponsorOrgId: org(unit) } : {}),
          })
        ).projectId,
    );

  return {
    ...{ db, cityId, world, inCity, org, person, project, browser: served.browser },
    /** From now on it is this time of Shanghai, and whoever is signed in stays so. */
    at: async (time: `${string} ${string}`) => {
      instant = new Date(`${time.replace(' ', 'T')}:00+08:00`);
      await asTableOwner(
        db,
        "update city.session set last_seen_at = '2100-01-01', expires_at = '2100-01-01'",
      );
    },
    sweep: () => sweepCity(world, cityId),
    /** What somebody finds of a matter, and an act on the version found. */
    page: (by: TestBrowser, id: MatterId) => by.call(contract.matterPage, { id }),
    act: async (by: TestBrowser, id: MatterId, action: string, more: Act = {}) => {
      const { version } = (await by.call(contract.matterPage, { id })).matter;
      return by.call(contract.actOnMatter, { id, version, action, given: {}, ...more });
    },
    sendFile: async (by: TestBrowser, name = '现场照片.png') =>
      (await by.call(contract.sendMatterFile, { file: { name, bytes: png } })).fileId,
    close: async () => {
      await served.close();
      await drop();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

type Act = { readonly given?: Record<string, unknown>; readonly lead?: never };

export type MattersCity = Awaited<ReturnType<typeof mattersCity>>;

/** One grey dot. */
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==',
  'base64',
);
