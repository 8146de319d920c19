import {
  accessMigrations,
  addAccount,
  type City,
  grantRole,
  localOperator,
  type Role,
  scopeOf,
  systemActor,
} from '#access';
import { type Db, inScope } from '#db';
import { asTableOwner } from '#db/testing';
import { laddersSection, mattersMigrations, mattersSection } from '#engines/matters';
import { registryMigrations } from '#engines/registry';
import { filesMigrations } from '#files';
import { newId } from '#kernel/id';
import { todayInShanghai } from '#kernel/plain-date';
import { calendarSection, loadPack, type Pack, packDirs } from '#pack';
import { tellingMigrations } from '#telling';
import '../../features/matters/kinds/all-kinds.ts';

export const ladderMigrations = [
  ...[accessMigrations, filesMigrations, registryMigrations, tellingMigrations, mattersMigrations],
];

/** A shipped pack, of which matters need three sections. */
export function ladderPack(id: string): Pack {
  return loadPack(packDirs(id), [mattersSection, laddersSection, calendarSection]);
}

type Situation = { readonly pack: Pack; readonly at: Date; readonly asSystem?: true };

/** One transaction of a city at an instant. */
export function inLadderCity<T>(db: Db, { pack, at, asSystem }: Situation, work: (city: City) => Promise<T>) {
  const { cityId } = pack;
  const actor = asSystem ? systemActor : localOperator;
  return inScope(db, scopeOf(actor, cityId), (tx) =>
    work({ tx, cityId, pack, today: todayInShanghai(at), now: at, actor }),
  );
}

export type LadderCity = {
  readonly pack: Pack;
  readonly departments: readonly string[];
  readonly districts: readonly string[];
  /** Who stands behind an organisation or an office. */
  readonly accounts: ReadonlyMap<string, readonly string[]>;
  readonly leaders: readonly string[];
};

/** Units and offices with people in them; some offices have two. */
export async function peopleOf(db: Db, pack: Pack, at: Date): Promise<LadderCity> {
  const departments = [newId(), newId(), newId(), newId()];
  const districts = [newId(), newId()];
  await asTableOwner(
    db,
    `insert into city.organisation (city_id, org_id, slug, kind, name, short_name, official_order)
     select $1, id, id::text, 'department', id::text, id::text, 1 from unnest($2::uuid[]) id`,
    [pack.cityId, [...departments, ...districts]],
  );
  const accounts = new Map<string, string[]>();
  const add = (role: Role, place: string, orgId?: string) =>
    inLadderCity(db, { pack, at }, async (city) => {
      const login = `${role}-${newId().slice(-8)}`;
      const { accountId } = await addAccount(city, { login, displayName: login });
      await grantRole(city, { accountId, role, ...(orgId ? { orgId } : {}) });
      accounts.set(place, [...(accounts.get(place) ?? []), accountId]);
    });
  for (const org of departments) await add('department', org, org);
  await add('department', departments[0]!, departments[0]);
  for (const org of districts) await add('district-filler', org, org);
  for (const role of ['coordinator-clerk', 'coordinator-clerk', 'coordinator-section-head'] as const)
    await add(role, role);
  for (const role of ['government-office', 'supervision-office', 'leader', 'leader'] as const)
    await add(role, role);
  return { pack, departments, districts, accounts, leaders: accounts.get('leader') ?? [] };
}
