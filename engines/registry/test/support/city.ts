import { join } from 'node:path';
import { type Actor, accessMigrations, type City, localOperator, scopeOf } from '#access';
import { type Db, inScope } from '#db';
import { testDatabase } from '#db/testing';
import type { PlainDate } from '#kernel/plain-date';
import { loadPack, type Pack, packDirs, sectionOf } from '#pack';
import {
  organisationsSection,
  registryMigrations,
  registrySections,
  syncOrganisations,
} from '../../index.ts';

export type TestCity = {
  readonly db: Db;
  readonly pack: Pack;
  readonly act: <T>(work: (city: City) => Promise<T>, as?: Actor) => Promise<T>;
  readonly on: (today: PlainDate) => TestCity;
  readonly drop: () => Promise<void>;
};

/** The little city of this folder's pack, with its organisations, on an empty library. */
export const littlePack = join(import.meta.dirname, '..', 'pack');

export async function openTestCity(
  dirs: readonly string[] = [littlePack],
  today = '2023-02-01',
): Promise<TestCity> {
  const { db, drop } = await testDatabase([registryMigrations, accessMigrations]);
  const pack = loadPack(dirs, registrySections);
  const open = (day: PlainDate): TestCity => ({
    ...{ db, pack, drop },
    on: open,
    act: (work, actor = localOperator) =>
      inScope(db, scopeOf(actor, pack.cityId), (tx) =>
        work({ tx, cityId: pack.cityId, pack, today: day, now: new Date(`${day}T01:00:00Z`), actor }),
      ),
  });
  const city = open(today as PlainDate);
  await city.act((one) => syncOrganisations(one, sectionOf(pack, organisationsSection)));
  return city;
}

export const dirsOf = packDirs;

/** An office that sees the projects it holds, and nothing more of the others than their cards. */
export function office(orgId: string, name = '区经办人'): Actor {
  return {
    accountId: '00000000-0000-7000-8000-0000000000aa',
    name,
    roles: [{ role: 'district-filler', orgId, holders: [orgId] }],
    orgIds: [orgId],
    reach: 'holders',
    holders: [orgId],
  };
}
