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
import { saveCity } from '#db';
import { asTableOwner, testDatabase } from '#db/testing';
import { indicatorsMigrations, lightsSection, reportingSection } from '#engines/indicators';
import { laddersSection, type MatterId, mattersMigrations, mattersSection } from '#engines/matters';
import {
  listOrganisations,
  organisationsSection,
  registryMigrations,
  registrySections,
  syncOrganisations,
} from '#engines/registry';
import { filesMigrations, openFileStore, setFileStore } from '#files';
import { httpMigrations, mount, openServer } from '#http';
import { serveForTest, type TestBrowser } from '#http/testing';
import { newId } from '#kernel/id';
import { loadPack, packDirs, sectionOf } from '#pack';
import { tellingMigrations } from '#telling';
import { signIn } from '../../../identity/contract.ts';
import { identityRoutes } from '../../../identity/routes.ts';
import { serverWorld } from '../../../identity/server-world.ts';
import { sweepCity } from '../../../matters/acts/sweep-city.ts';
import { actOnMatter, matterPage } from '../../../matters/contract.ts';
import '../../../matters/kinds/all-kinds.ts';
import { mattersRoutes } from '../../../matters/routes.ts';
import * as contract from '../../contract.ts';
import { petitionsMigrations } from '../../migrations.ts';
import { petitionsSection } from '../../petitions-section.ts';
import { petitionsRoutes } from '../../routes.ts';

const password = 'Chunfeng@2023';

/** A shipped city before a server, with what comes in from outside; the test says what time it is. */
export async function petitionsCity({ packId = 'dalian', rateLimits = false } = {}) {
  const { db, drop } = await testDatabase([
    ...[accessMigrations, tellingMigrations, httpMigrations, filesMigrations, registryMigrations],
    ...[indicatorsMigrations, mattersMigrations, petitionsMigrations],
  ]);
  const home = mkdtempSync(join(tmpdir(), 'guatu-petitions-'));
  setFileStore(await openFileStore(join(home, 'files')));
  const sections = [...registrySections, lightsSection, reportingSection, mattersSection, laddersSection];
  const pack = loadPack(packDirs(packId), [...sections, petitionsSection]);
  const { cityId } = pack;
  let instant = new Date('2023-05-08T01:00:00Z');
  const world = serverWorld({
    ...{ db, packOf: (id) => (id === cityId ? pack : undefined), cityOf: () => cityId, now: () => instant },
  });
  const server = await openServer({ settings: { rateLimits } });
  mount(server, [...identityRoutes, ...mattersRoutes, ...petitionsRoutes], world);
  const served = await serveForTest(server);
  const inCity = <T>(act: (city: City) => Promise<T>, actor: Actor = localOperator) =>
    world.open({ cityId, actor }, { readOnly: false, origin: {} }, act);
  const orgs = await inCity(async (city) => {
    await saveCity(city.tx, packId, pack.name);
    await syncOrganisations(city, sectionOf(pack, organisationsSection));
    return new Map((await listOrganisations(city)).map(({ slug, orgId }) => [slug, orgId]));
  });
  const org = (slug: string) => orgs.get(slug)!;

  async function person(login: string, role: Role, slug?: string): Promise<TestBrowser> {
    await inCity(async (city) => {
      const { accountId } = await addAccount(city, {
        ...{ login, displayName: `${login}同志`, password, mustChange: false },
      });
      await grantRole(city, { accountId, role, ...(slug ? { orgId: org(slug) } : {}) });
    });
    const browser = served.browser();
    await browser.call(signIn, { login, password });
    return browser;
  }

  return {
    ...{ db, cityId, world, inCity, org, person, browser: served.browser },
    at: async (time: `${string} ${string}`) => {
      instant = new Date(`${time.replace(' ', 'T')}:00+08:00`);
      await asTableOwner(
        db,
        "update city.session set last_seen_at = '2100-01-01', expires_at = '2100-01-01'",
      );
    },
    now: () => instant,
    sweep: () => sweepCity(world, cityId),
    /** The form filled in, opened long enough ago for a person. */
    form: (more: object = {}) => ({ ...aForm, submission: newId(), ...more }) as never,
    /** By whoever may, on the version it has now. */
    act: async (by: TestBrowser, id: MatterId, action: string, more: object = {}) => {
      const { version } = (await by.call(matterPage, { id })).matter;
      return by.call(actOnMatter, { id, version, action, given: {}, ...more });
    },
    idOf: async (by: TestBrowser, number: string) => {
      const { rows } = await by.call(contract.intakeQueue, {});
      return rows.find((one) => one.number === number)?.matterId as unknown as MatterId;
    },
    inbox: async (login: string) =>
      (
        await asTableOwner(
          db,
          `select i.title from city.inbox i join city.account a using (city_id, account_id)
           where a.login = '${login}' order by i.told_at, i.inbox_id`,
        )
      ).map(({ title }) => String(title)),
    close: async () => {
      await served.close();
      await drop();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

export type PetitionsCity = Awaited<ReturnType<typeof petitionsCity>>;

const aForm = {
  ...{ kind: 'appeal', language: 'zh', enterprise: '海天精密铸造有限公司', category: 'energy' },
  content: '厂区蒸汽管网接入申请已提交两个月，供热单位一直没有答复，影响二期投产。',
  request: '请明确接入时间和费用',
  ...{ name: '林晓燕', phone: '13812345678' },
};

/** One grey dot. */
export const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==',
  'base64',
);
