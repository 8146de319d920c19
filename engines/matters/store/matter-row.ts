import { namedQuery, type Tx } from '#db';
import type { PlainDate } from '#kernel/plain-date';
import type { Given } from '../domain/event.ts';
import type { MatterId } from '../domain/identity.ts';

/** The row as it stands, for lists and boards. */
export type MatterRow = {
  readonly matterId: MatterId;
  readonly kind: string;
  readonly number: string;
  readonly title: string;
  readonly state: string;
  readonly projectId: string | null;
  readonly orgId: string | null;
  readonly enterprise: string | null;
  readonly category: string | null;
  readonly cause: string | null;
  readonly urgent: boolean;
  readonly guarded: boolean;
  readonly lead: string | null;
  readonly support: readonly string[];
  readonly raiser: string | null;
  readonly raisedBy: string;
  readonly districts: readonly string[];
  readonly level: string | null;
  readonly source: string;
  readonly sourceKey: string | null;
  readonly bounces: number;
  readonly redos: number;
  readonly satisfaction: number | null;
  readonly openedAt: Date;
  readonly openedOn: PlainDate;
  readonly closedAt: Date | null;
  readonly dueAt: Date | null;
  readonly dueClock: string | null;
  readonly warnAt: Date | null;
  readonly paused: boolean;
  readonly nextAt: Date | null;
  readonly version: number;
};

export type LockedMatter = MatterRow & { readonly holders: readonly string[]; readonly given: Given };

export const matterColumns = `matter_id as "matterId", kind, number, title, state, project_id as "projectId",
  org_id as "orgId", enterprise, category, cause, urgent, guarded, lead, support, raiser, raised_by as "raisedBy", districts,
  level, source, source_key as "sourceKey", bounces, redos, satisfaction, opened_at as "openedAt",
  opened_on as "openedOn", closed_at as "closedAt", due_at as "dueAt", due_clock as "dueClock", warn_at as "warnAt",
  paused, next_at as "nextAt", version`;

export async function findMatterRow(tx: Tx, matterId: MatterId): Promise<LockedMatter | undefined> {
  const [row] = await namedQuery<LockedMatter>(
    tx,
    'matter-find',
    `select ${matterColumns}, holders, given from city.matter where city_id = $1 and matter_id = $2`,
    [tx.scope.cityId, matterId],
  );
  return row;
}

export async function lockMatterRow(tx: Tx, matterId: MatterId): Promise<LockedMatter | undefined> {
  const [row] = await namedQuery<LockedMatter>(
    tx,
    'matter-lock',
    `select ${matterColumns}, holders, given from city.matter where city_id = $1 and matter_id = $2 for update`,
    [tx.scope.cityId, matterId],
  );
  return row;
}

/** Open matters whose next look is due, locked; those another sweep holds are left to it. */
export async function lockDueMatters(tx: Tx, at: Date, limit: number): Promise<LockedMatter[]> {
  return namedQuery<LockedMatter>(
    tx,
    'matter-lock-due',
    `select ${matterColumns}, holders, given from city.matter
     where city_id = $1 and next_at <= $2 order by next_at limit $3 for update skip locked`,
    [tx.scope.cityId, at, limit],
  );
}

/** The next number of a kind in a year, held until the transaction ends: numbers have no holes. */
export async function nextNumber(tx: Tx, kind: string, year: number): Promise<number> {
  const [row] = await namedQuery<{ last: number }>(
    tx,
    'matter-number',
    `insert into city.matter_number (city_id, kind, year, last) values ($1, $2, $3, 1)
     on conflict (city_id, kind, year) do update set last = matter_number.last + 1 returning last`,
    [tx.scope.cityId, kind, year],
  );
  return row!.last;
}
