import { join } from 'node:path';
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
import { approvePlan, evaluate, fileReport, indicatorsMigrations, lightsSection } from '#engines/indicators';
import {
  findOrganisation,
  type OrgId,
  organisationsSection,
  type ProjectId,
  registryMigrations,
  registrySections,
  syncOrganisations,
} from '#engines/registry';
import { filesMigrations } from '#files';
import { httpMigrations, type Implementation, mount, openServer } from '#http';
import { serveForTest } from '#http/testing';
import type { Month } from '#kernel/month';
import { type PlainDate, todayInShanghai } from '#kernel/plain-date';
import { loadPack, type PackSection, packDirs, sectionOf } from '#pack';
import { signIn } from '../../../identity/contract.ts';
import { identityRoutes } from '../../../identity/routes.ts';
import { serverWorld } from '../../../identity/server-world.ts';
import { listsRoutes } from '../../../lists/routes.ts';
import { organisationsRoutes } from '../../../organisations/routes.ts';
import { createProject } from '../../contract.ts';
import { projectsMigrations } from '../../migrations.ts';
import { projectsRoutes } from '../../routes.ts';

const password = 'Chunfeng@2023';
const tinyPack = join(import.meta.dirname, '../../../../test/packs/tiny');

/** What a feature under test brings along. */
type Surroundings = {
  readonly routes?: readonly Implementation[];
  readonly sections?: readonly PackSection<unknown>[];
  readonly migrations?: readonly Migrations[];
};

type Grant = { readonly role: Role; readonly orgId?: string | undefined };

/** The tiny city on 2023-06-10, its routes for projects, lists and organisations, and people who sign in. */
export async function aCity(today: PlainDate = '2023-06-10', more: Surroundings = {}) {
  const { db, drop } = await testDatabase([
    accessMigrations,
    httpMigrations,
    filesMigrations,
    registryMigrations,
    indicatorsMigrations,
    projectsMigrations,
    ...(more.migrations ?? []),
  ]);
  const pack = loadPack(packDirs(tinyPack), [...registrySections, lightsSection, ...(more.sections ?? [])]);
  const { cityId } = pack;
  let clock = new Date(`${today}T02:00:00Z`);
  const inCity = <T>(act: (city: City) => Promise<T>): Promise<T> =>
    inScope(db, scopeOf(localOperator, cityId), (tx) =>
      act({ tx, cityId, pack, today: todayInShanghai(clock), now: clock, actor: localOperator }),
    );
  await inCity((city) => syncOrganisations(city, sectionOf(pack, organisationsSection)));
  const orgOf = (name: string) => inCity((city) => findOrganisation(city, name)).then((one) => one!.orgId);
  const orgs = {
    east: await orgOf('东川区'),
    west: await orgOf('西川区'),
    planning: await orgOf('市发展局'),
  };

  const server = await openServer({ settings: { requestsPerMinute: 100_000, rateLimits: false } });
  const world = serverWorld({
    db,
    packOf: (id) => (id === cityId ? pack : undefined),
    cityOf: () => cityId,
    now: () => clock,
  });
  const own = [...identityRoutes, ...projectsRoutes, ...listsRoutes, ...organisationsRoutes];
  mount(server, [...own, ...(more.routes ?? [])], world);
  const served = await serveForTest(server);

  const signingIn: (() => Promise<unknown>)[] = [];

  async function person(login: string, grant?: Grant, personId?: string) {
    await inCity(async (city) => {
      const about = { login, displayName: `${login}同志`, password, mustChange: false };
      const { accountId } = await addAccount(city, { ...about, ...(personId ? { personId } : {}) });
      if (grant)
        await grantRole(city, {
          accountId,
          role: grant.role,
          ...(grant.orgId ? { orgId: grant.orgId } : {}),
        });
    });
    const browser = served.browser();
    const enter = () => browser.call(signIn, { login, password });
    signingIn.push(enter);
    await enter();
    return { login, ...browser };
  }

  return {
    db,
    inCity,
    orgs,
    person,
    /** Moves the server to another day; everybody signs in anew, since no session lasts that long. */
    goTo: async (day: PlainDate) => {
      clock = new Date(`${day}T02:00:00Z`);
      for (const enter of signingIn) await enter();
    },
    asOwner: (text: string, values: readonly unknown[] = []) => asTableOwner(db, text, values),
    close: async () => {
      await served.close();
      await drop();
    },
  };
}

export type TestCity = Awaited<ReturnType<typeof aCity>>;
export type Person = Awaited<ReturnType<TestCity['person']>>;

export const yi = (amount: number) => `${BigInt(amount) * 10_000_000_000n}` as const;

/** A project of the year 2023 with the usual figures, made by someone who may. */
export function aProject(by: Person, name: string, district: OrgId, more: object = {}) {
  return by.call(createProject, {
    name,
    districts: [district],
    nature: '新建',
    form: 'real-economy',
    detail: { totalFen: yi(2), company: '三川实业有限公司', periodStart: '2022-03' },
    entry: { year: 2023, category: '在建', totalFen: yi(2), planYearFen: yi(1) },
    ...more,
  });
}

/** A plan of equal months and a report for the month, so that the evaluation has something to light. */
export async function planAndReport(
  { inCity }: TestCity,
  projectId: ProjectId,
  { month, cumFen }: { readonly month: Month; readonly cumFen: bigint | null },
): Promise<void> {
  await inCity(async (city) => {
    const monthFen = BigInt(yi(1)) / 12n;
    const monthsFen = Array.from({ length: 12 }, (_, at) =>
      at === 0 ? BigInt(yi(1)) - monthFen * 11n : monthFen,
    );
    await approvePlan(city, { subjectId: projectId, year: 2023, monthsFen, totalFen: BigInt(yi(1)) });
    if (cumFen === null) return;
    await fileReport(
      city,
      { subjectId: projectId, month, receivedOn: '2023-06-05', cumFen },
      { expectedNumber: 0, counts: 'verified' },
    );
  });
}

export function evaluateOn({ inCity }: TestCity, asOf: PlainDate) {
  return inCity((city) => evaluate(city, { asOf }));
}
