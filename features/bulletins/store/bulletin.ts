import { sql } from 'kysely';
import { type Tx, tables } from '#db';
import type { Id } from '#kernel/id';
import type { Month } from '#kernel/month';
import type { Figures } from '../domain/figures.ts';
import type { Wording } from '../domain/wording.ts';

export type BulletinId = Id<'bulletin'>;

export type Bulletin = {
  readonly bulletinId: BulletinId;
  readonly month: Month;
  readonly version: number;
  /** The latest version of its month. */
  readonly latest: boolean;
  readonly reason: string | null;
  readonly hash: string;
  readonly accountId: string;
  readonly personId: string | null;
  readonly composedBy: string;
  readonly composedAt: Date;
};

const columns = sql`b.bulletin_id as "bulletinId", b.month, b.version, b.reason, b.hash, b.account_id as "accountId",
  b.person_id as "personId", b.composed_by as "composedBy", b.composed_at as "composedAt",
  b.version = (select max(l.version) from city.bulletin l where l.city_id = b.city_id and l.month = b.month) as latest`;

/** All the reader may see, the latest month and version first. */
export async function readBulletins(tx: Tx): Promise<Bulletin[]> {
  const { rows } =
    await sql<Bulletin>`select ${columns} from city.bulletin b where b.city_id = ${tx.scope.cityId}
    order by b.month desc, b.version desc`.execute(tables(tx));
  return rows;
}

export async function findBulletin(tx: Tx, id: BulletinId): Promise<Bulletin | undefined> {
  const { rows } = await sql<Bulletin>`select ${columns} from city.bulletin b
    where b.city_id = ${tx.scope.cityId} and b.bulletin_id = ${id}`.execute(tables(tx));
  return rows[0];
}

export async function findLatestOf(tx: Tx, month: Month): Promise<Bulletin | undefined> {
  const { rows } = await sql<Bulletin>`select ${columns} from city.bulletin b
    where b.city_id = ${tx.scope.cityId} and b.month = ${month} order by b.version desc limit 1`.execute(
    tables(tx),
  );
  return rows[0];
}

/** The canonical text, byte for byte as it was frozen. */
export async function readFigures(tx: Tx, id: BulletinId): Promise<string | undefined> {
  const { rows } = await sql<{ figures: string }>`select figures from city.bulletin
    where city_id = ${tx.scope.cityId} and bulletin_id = ${id}`.execute(tables(tx));
  return rows[0]?.figures;
}

/** What was last issued of a month. */
export async function issuedFigures(tx: Tx, month: Month): Promise<Figures | undefined> {
  const { rows } = await sql<{ figures: string }>`select b.figures from city.bulletin b
    where b.city_id = ${tx.scope.cityId} and b.month = ${month} and exists (
      select 1 from city.bulletin_step s where s.city_id = b.city_id and s.bulletin_id = b.bulletin_id
        and s.act = 'issue')
    order by b.version desc limit 1`.execute(tables(tx));
  return rows[0] ? (JSON.parse(rows[0].figures) as Figures) : undefined;
}

export type NewBulletin = Omit<Bulletin, 'latest' | 'composedAt'> & { readonly figures: string };

export async function addBulletin(tx: Tx, one: NewBulletin): Promise<void> {
  await sql`insert into city.bulletin (city_id, bulletin_id, month, version, reason, figures, hash, account_id,
      person_id, composed_by)
    values (${tx.scope.cityId}, ${one.bulletinId}, ${one.month}, ${one.version}, ${one.reason}, ${one.figures},
      ${one.hash}, ${one.accountId}, ${one.personId}, ${one.composedBy})`.execute(tables(tx));
}

/** One at a time on a bulletin, or on a month that is being composed. */
export async function lockOn(tx: Tx, what: BulletinId | Month): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`bulletin ${tx.scope.cityId} ${what}`}, 0))`.execute(
    tables(tx),
  );
}

export type WordingRow = {
  readonly number: number;
  readonly wording: Wording;
  readonly accountId: string;
  readonly personId: string | null;
  readonly by: string;
  readonly at: Date;
};

/** Every edit, the first first; the last stands. */
export async function readWordings(tx: Tx, id: BulletinId): Promise<WordingRow[]> {
  const { rows } = await sql<WordingRow>`select number, wording, account_id as "accountId",
      person_id as "personId", by_name as by, at
    from city.bulletin_wording where city_id = ${tx.scope.cityId} and bulletin_id = ${id}
    order by number`.execute(tables(tx));
  return rows;
}

export async function addWording(tx: Tx, id: BulletinId, one: Omit<WordingRow, 'at'>): Promise<void> {
  await sql`insert into city.bulletin_wording (city_id, bulletin_id, number, wording, account_id, person_id, by_name)
    values (${tx.scope.cityId}, ${id}, ${one.number}, ${JSON.stringify(one.wording)}, ${one.accountId},
      ${one.personId}, ${one.by})`.execute(tables(tx));
}
