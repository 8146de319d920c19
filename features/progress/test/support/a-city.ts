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
import { testDatabase } from '#db/testing';
import {
  applyPlanImport,
  applyReportImport,
  indicatorsMigrations,
  lightsSection,
  reportingSection,
} from '#engines/indicators';
import {
  addToList,
  createProject,
  listOrganisations,
  organisationsSection,
  type ProjectId,
  registryMigrations,
  registrySections,
  syncOrganisations,
  type YearCategory,
} from '#engines/registry';
import { filesMigrations } from '#files';
import { httpMigrations, type Implementation, mount, openServer } from '#http';
import { serveForTest } from '#http/testing';
import { newId } from '#kernel/id';
import type { Month } from '#kernel/month';
import { firstDayOf, monthOfYear } from '#kernel/month';
import type { PlainDate } from '#kernel/plain-date';
import { loadPack, packDirs, sectionOf } from '#pack';
import { signIn } from '../../../identity/contract.ts';
import { identityRoutes } from '../../../identity/routes.ts';
import { serverWorld } from '../../../identity/server-world.ts';
import { tellIndicators } from '../../../intake/acts/tell-indicators.ts';
import { intakeMigrations } from '../../../intake/migrations.ts';
import { progressMigrations } from '../../migrations.ts';
import { progressRoutes } from '../../routes.ts';

export const password = 'Chunfeng@2023';
const tiny = join(import.meta.dirname, '../../../../test/packs/tiny');
/** 1 万元. */
export const wan = (n: number) => BigInt(n) * 1_000_000n;
export const wanText = (n: number) => `${wan(n)}` as `${bigint}`;

type Grant = { readonly role: Role; readonly org?: string };

/** A little city in June 2023 with a server before it: what its offices do goes through HTTP. */
export async function progressCity(more: readonly Implementation[] = []) {
  const { db, drop } = await testDatabase([
    ...[accessMigrations, httpMigrations, filesMigrations, registryMigrations, indicatorsMigrations],
    ...[intakeMigrations, progressMigrations],
  ]);
  const pack = loadPack(packDirs(tiny), [...registrySections, lightsSection, reportingSection]);
  const { cityId } = pack;
  let today: PlainDate = '2023-06-08';
  const world = serverWorld({
    ...{ db, packOf: (id) => (id === cityId ? pack : undefined), cityOf: () => cityId, todayOf: () => today },
  });
  const server = await openServer({ settings: { requestsPerMinute: 10_000 } });
  mount(server, [...identityRoutes, ...progressRoutes, ...more], world);
  const served = await serveForTest(server);
  const inCity = <T>(act: (city: City) => Promise<T>, actor: Actor = localOperator) =>
    world.open({ cityId, actor }, { readOnly: false, origin: {} }, act);
  const on = (day: PlainDate) => {
    today = day;
  };

  const orgs = await inCity(async (city) => {
    await saveCity(city.tx, tiny, pack.name);
    await syncOrganisations(city, sectionOf(pack, organisationsSection));
    return new Map((await listOrganisations(city)).map(({ slug, orgId }) => [slug, orgId]));
  });
  const org = (slug: string) => orgs.get(slug)!;

  async function project(
    name: string,
    about: { district: string; category: YearCategory; plannedStart?: string; months?: readonly number[] },
  ): Promise<ProjectId> {
    const { district, category, plannedStart = null, months } = about;
    return inCity(async (city) => {
      const planYear = months ? `${wan(months.reduce((sum, one) => sum + one, 0))}` : null;
      const { projectId } = await createProject(city, {
        name,
        districts: [org(district)],
        detail: { totalFen: wanText(100_000), periodStart: '2022-03' },
        entry: {
          ...{ year: 2023, category, plannedStart, totalFen: wanText(100_000) },
          ...{ planYearFen: planYear, doneBeforeFen: wanText(1_000) },
        },
      });
      const fromOn = '2023-01-01' as const;
      await addToList(city, { projectId, list: 'yearly', year: 2023, fromOn });
      await tellIndicators(city, { year: 2023, fromOn, projectIds: new Set([projectId]) });
      if (months) {
        const plan = {
          subjectId: projectId,
          year: 2023,
          monthsFen: months.map(wan),
          totalFen: BigInt(planYear!),
        };
        await applyPlanImport(city, { importId: null, plans: [plan] });
      }
      return projectId;
    });
  }

  /** As a workbook would bring it, on the sixth of the month after. */
  function imported(subjectId: string, month: Month, cum: number | null) {
    return inCity((city) =>
      applyReportImport(city, {
        importId: newId(),
        source: '月报.xlsx',
        counts: 'verified',
        reports: [
          {
            subjectId,
            month,
            cumFen: cum === null ? null : wan(cum),
            receivedOn: firstDayOf(month) as PlainDate,
          },
        ],
      }),
    );
  }

  /** As the coordinating office imports it: verified with it. */
  function verified(subjectId: string, month: Month, cum: number) {
    const receivedOn = firstDayOf(month) as PlainDate;
    return inCity((city) =>
      applyReportImport(city, {
        ...{ importId: newId(), counts: 'verified', source: '月报.xlsx' },
        reports: [{ subjectId, month, cumFen: wan(cum), receivedOn }],
      }),
    );
  }

  async function person(login: string, ...grants: readonly Grant[]) {
    await inCity(async (city) => {
      const { accountId } = await addAccount(city, {
        ...{ login, displayName: `${login}同志`, password, mustChange: false },
      });
      for (const { role, org: slug } of grants)
        await grantRole(city, { accountId, role, ...(slug ? { orgId: org(slug) } : {}) });
    });
    const browser = served.browser();
    await browser.call(signIn, { login, password });
    return browser;
  }

  return {
    ...{ db, cityId, world, inCity, on, org, project, imported, verified, person },
    browser: served.browser,
    close: async () => {
      await served.close();
      await drop();
    },
  };
}

export type ProgressCity = Awaited<ReturnType<typeof progressCity>>;
export const evenMonths = Array.from({ length: 12 }, () => 100);
export const mayOf2023 = monthOfYear(2023, 5);
