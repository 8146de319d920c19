import { join } from 'node:path';
import { type Actor, addAccount, type City, grantRole, localOperator, type Role } from '#access';
import { saveCity } from '#db';
import { testDatabase } from '#db/testing';
import { applyPlanImport, applyReportImport, evaluate } from '#engines/indicators';
import {
  addToList,
  createProject,
  listOrganisations,
  organisationsSection,
  type ProjectId,
  syncOrganisations,
} from '#engines/registry';
import { mount, openServer } from '#http';
import { serveForTest } from '#http/testing';
import { newId } from '#kernel/id';
import { firstDayOf, type Month } from '#kernel/month';
import type { PlainDate } from '#kernel/plain-date';
import { loadPack, packDirs, sectionOf } from '#pack';
import { migrations } from '../../../../apps/program/migrations.ts';
import { packSections } from '../../../../apps/program/pack-sections.ts';
import { fileCardRoutes } from '../../../file-card/routes.ts';
import { signIn } from '../../../identity/contract.ts';
import { identityRoutes } from '../../../identity/routes.ts';
import { serverWorld } from '../../../identity/server-world.ts';
import { tellIndicators } from '../../../intake/acts/tell-indicators.ts';
import { lightNotesRoutes } from '../../../light-notes/routes.ts';
import { cockpitRoutes } from '../../routes.ts';

const password = 'Chunfeng@2023';
const tiny = join(import.meta.dirname, '../../../../test/packs/tiny');
/** 1 万元. */
export const wan = (n: number) => BigInt(n) * 1_000_000n;
export const wanText = (n: number) => `${wan(n)}` as `${bigint}`;

type About = {
  readonly district: string;
  readonly year?: number;
  /** 万元. */
  readonly total?: number;
  readonly monthly?: number;
  readonly leader?: string;
  readonly content?: string;
};

/** A little city with a server before it that knows the cockpit, the notes and the card. */
export async function cockpitCity() {
  const { db, drop } = await testDatabase(migrations);
  const pack = loadPack(packDirs(tiny), packSections);
  const { cityId } = pack;
  let today: PlainDate = '2023-06-10';
  const world = serverWorld({
    ...{ db, packOf: (id) => (id === cityId ? pack : undefined), cityOf: () => cityId, todayOf: () => today },
  });
  const server = await openServer({ settings: { requestsPerMinute: 10_000 } });
  mount(server, [...identityRoutes, ...cockpitRoutes, ...lightNotesRoutes, ...fileCardRoutes], world);
  const served = await serveForTest(server);
  const inCity = <T>(act: (city: City) => Promise<T>, actor: Actor = localOperator) =>
    world.open({ cityId, actor }, { readOnly: false, origin: {} }, act);
  const orgs = await inCity(async (city) => {
    await saveCity(city.tx, tiny, pack.name);
    await syncOrganisations(city, sectionOf(pack, organisationsSection));
    return new Map((await listOrganisations(city)).map(({ slug, orgId }) => [slug, orgId]));
  });
  const org = (slug: string) => orgs.get(slug)!;

  /** Under way and on the year's list; planned in equal months unless `monthly` is 0. */
  async function project(name: string, about: About): Promise<ProjectId> {
    const { district, year = 2023, total = 50_000, monthly = 100, leader, content } = about;
    return inCity(async (city) => {
      const { projectId } = await createProject(city, {
        name,
        districts: [org(district)],
        detail: { totalFen: wanText(total), periodStart: '2022-03', content: content ?? null },
        entry: {
          ...{ year, category: '在建', plannedStart: null, totalFen: wanText(total) },
          ...{ planYearFen: wanText(monthly * 12), doneBeforeFen: wanText(1_000) },
        },
        ...(leader
          ? {
              responsibilities: {
                contact: [{ name: leader, orgId: null, personId: null, phone: '13812345678' }],
              },
            }
          : {}),
      });
      const fromOn = `${year}-01-01` as PlainDate;
      await addToList(city, { projectId, list: 'yearly', year, fromOn });
      await tellIndicators(city, { year, fromOn, projectIds: new Set([projectId]) });
      const monthsFen = Array<bigint>(12).fill(wan(monthly));
      if (monthly > 0) {
        const plan = { subjectId: projectId, year, monthsFen, totalFen: wan(monthly * 12) };
        await applyPlanImport(city, { importId: null, plans: [plan] });
      }
      return projectId;
    });
  }

  /** As a coordinator's import brings it: verified. */
  function report(subjectId: string, month: Month, cum: number, problem?: string) {
    const receivedOn = firstDayOf(month) as PlainDate;
    return inCity((city) =>
      applyReportImport(city, {
        ...{ importId: newId(), source: '月报.xlsx', counts: 'verified' as const },
        reports: [{ subjectId, month, cumFen: wan(cum), receivedOn, ...(problem ? { problem } : {}) }],
      }),
    );
  }

  async function person(login: string, role: Role, slug?: string) {
    await inCity(async (city) => {
      const about = { login, displayName: `${login}同志`, password, mustChange: false };
      const { accountId } = await addAccount(city, about);
      await grantRole(city, { accountId, role, ...(slug ? { orgId: org(slug) } : {}) });
    });
    const browser = served.browser();
    await browser.call(signIn, { login, password });
    return browser;
  }

  return {
    ...{ db, inCity, org, project, report, person },
    /** The months whose evaluation days these are. */
    evaluateOn: async (...days: readonly PlainDate[]) => {
      for (const asOf of days) await inCity((city) => evaluate(city, { asOf }));
    },
    on: (day: PlainDate) => {
      today = day;
    },
    close: async () => {
      await served.close();
      await drop();
    },
  };
}

export type CockpitCity = Awaited<ReturnType<typeof cockpitCity>>;
