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
  evaluate,
  indicatorsMigrations,
  lightsSection,
  lockMonth,
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
import { addToMonth, firstDayOf, lastDayOf, type Month } from '#kernel/month';
import { addDays, type PlainDate } from '#kernel/plain-date';
import { loadPack, packDirs, sectionOf } from '#pack';
import { signIn } from '../../identity/contract.ts';
import { identityRoutes } from '../../identity/routes.ts';
import { serverWorld } from '../../identity/server-world.ts';
import { tellIndicators } from '../../intake/acts/tell-indicators.ts';
import { intakeMigrations } from '../../intake/migrations.ts';
import { yearMigrations } from '../migrations.ts';
import { planCheckSection } from '../plan-check-section.ts';
import { yearRoutes } from '../routes.ts';

const password = 'Chunfeng@2023';
const tiny = join(import.meta.dirname, '../../../test/packs/tiny');
/** 1 万元. */
export const wan = (n: number) => BigInt(n) * 1_000_000n;
export const wanText = (n: number) => `${wan(n)}` as `${bigint}`;
export const evenMonths = Array.from({ length: 12 }, () => 100);
/** Twelve months on the wire. */
export const monthsText = (months: readonly number[]) => months.map(wanText);

type Grant = { readonly role: Role; readonly org?: string };

/** A little city in 2023 with a server before it. */
export async function yearCity(more: readonly Implementation[] = []) {
  const { db, drop } = await testDatabase([
    ...[accessMigrations, httpMigrations, filesMigrations, registryMigrations, indicatorsMigrations],
    ...[intakeMigrations, yearMigrations],
  ]);
  const pack = loadPack(packDirs(tiny), [...registrySections, lightsSection, planCheckSection]);
  const { cityId } = pack;
  let today: PlainDate = '2023-01-05';
  const world = serverWorld({
    ...{ db, packOf: (id) => (id === cityId ? pack : undefined), cityOf: () => cityId, todayOf: () => today },
  });
  const server = await openServer({ settings: { requestsPerMinute: 10_000 } });
  mount(server, [...identityRoutes, ...yearRoutes, ...more], world);
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
    about: {
      readonly district: string;
      readonly category: YearCategory;
      readonly plannedStart?: string;
      readonly months?: readonly number[];
      readonly total?: number;
      readonly stage?: string;
    },
  ): Promise<ProjectId> {
    const { district, category, plannedStart = null, months, total = 100_000, stage } = about;
    return inCity(async (city) => {
      const planYear = months ? `${wan(months.reduce((sum, one) => sum + one, 0))}` : null;
      const { projectId } = await createProject(city, {
        name,
        districts: [org(district)],
        ...(stage ? { stage } : {}),
        detail: { totalFen: wanText(total), periodStart: '2022-03' },
        entry: {
          ...{ year: 2023, category, plannedStart, totalFen: wanText(total) },
          ...{ planYearFen: planYear, doneBeforeFen: category === '在建' ? wanText(1_000) : null },
        },
      });
      const fromOn = '2023-01-01' as const;
      await addToList(city, { projectId, list: 'yearly', year: 2023, fromOn });
      await tellIndicators(city, { year: 2023, fromOn, projectIds: new Set([projectId]) });
      if (months && planYear) {
        const monthsFen = months.map(wan);
        const plan = { subjectId: projectId, year: 2023, monthsFen, totalFen: BigInt(planYear) };
        await applyPlanImport(city, { importId: null, plans: [plan] });
      }
      return projectId;
    });
  }

  /** Verified, as a coordinator's workbook brings it. */
  function verified(subjectId: string, month: Month, cum: number, started: boolean | null = true) {
    return inCity((city) =>
      applyReportImport(city, {
        importId: newId(),
        source: '月报.xlsx',
        counts: 'verified',
        reports: [{ subjectId, month, cumFen: wan(cum), started, receivedOn: lastDayOf(month) }],
      }),
    );
  }

  const evaluationDay = (month: Month) => addDays(firstDayOf(addToMonth(month, 1)), 9);
  const evaluated = (month: Month) => inCity((city) => evaluate(city, { asOf: evaluationDay(month) }));
  const locked = (month: Month) => inCity((city) => lockMonth(city, { month, asOf: evaluationDay(month) }));

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
    ...{ db, inCity, on, org, project, verified, evaluated, locked, person },
    close: async () => {
      await served.close();
      await drop();
    },
  };
}

export type YearCity = Awaited<ReturnType<typeof yearCity>>;
export type Person = Awaited<ReturnType<YearCity['person']>>;
