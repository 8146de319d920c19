import { namedQuery, type Tx } from '#db';
import type { PlainDate } from '#kernel/plain-date';
import type { Language } from '../contract/word.ts';

export type Petition = {
  readonly petitionId: string;
  readonly matterId: string;
  readonly kind: string;
  readonly channel: 'portal' | 'call' | 'ticket';
  readonly language: Language;
  readonly creditCode: string | null;
  readonly districtId: string | null;
  readonly submissionHash: string | null;
  readonly contentHash: string;
  readonly codeHash: string | null;
  readonly takenBy: string | null;
  readonly takenOrg: string | null;
  readonly answeredAtOnce: boolean;
  readonly takenOn: PlainDate;
  readonly takenAt: Date;
};

export async function insertPetition(tx: Tx, petition: Petition): Promise<void> {
  const { petitionId, matterId, kind, channel, language, creditCode, districtId } = petition;
  const { submissionHash, contentHash, codeHash, takenBy, takenOrg, answeredAtOnce, takenOn, takenAt } =
    petition;
  await namedQuery(
    tx,
    'petition_insert',
    `insert into city.petition (city_id, petition_id, matter_id, kind, channel, language, credit_code, district_id,
       submission_hash, content_hash, code_hash, taken_by, taken_org, answered_at_once, taken_on, taken_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)`,
    [
      ...[tx.scope.cityId, petitionId, matterId, kind, channel, language, creditCode, districtId],
      ...[submissionHash, contentHash, codeHash, takenBy, takenOrg, answeredAtOnce, takenOn, takenAt],
    ],
  );
}

const columns = `petition_id as "petitionId", matter_id as "matterId", kind, channel, language,
  credit_code as "creditCode", district_id as "districtId", submission_hash as "submissionHash",
  content_hash as "contentHash", code_hash as "codeHash", taken_by as "takenBy", taken_org as "takenOrg",
  answered_at_once as "answeredAtOnce", taken_on as "takenOn", taken_at as "takenAt"`;

export async function findPetition(tx: Tx, matterId: string): Promise<Petition | undefined> {
  const [row] = await namedQuery<Petition>(
    tx,
    'petition_of_matter',
    `select ${columns} from city.petition where city_id = $1 and matter_id = $2`,
    [tx.scope.cityId, matterId],
  );
  return row;
}

export type Kept = { readonly petitionId: string; readonly matterId: string; readonly codeHash: string };

/** Asked before the code is known to be right: see the functions of the schema. */
export async function petitionByNumber(tx: Tx, number: string): Promise<Kept | undefined> {
  const [row] = await namedQuery<Kept>(
    tx,
    'petition_by_number',
    `select petition_id as "petitionId", matter_id as "matterId", code_hash as "codeHash"
     from city.petition_by_number($1)`,
    [number],
  );
  return row;
}

export async function petitionOfForm(
  tx: Tx,
  hash: string,
): Promise<{ readonly number: string; readonly contentHash: string } | undefined> {
  const [row] = await namedQuery<{ number: string; contentHash: string }>(
    tx,
    'petition_of_form',
    `select number, content_hash as "contentHash" from city.petition_by_submission($1)`,
    [hash],
  );
  return row;
}

/** Forms of one name sent at the same time wait for each other, and so do equal texts. */
export async function waitForEqual(tx: Tx, ...keys: readonly string[]): Promise<void> {
  await namedQuery(
    tx,
    'petition_wait',
    `select pg_advisory_xact_lock(hashtextextended($1 || ' ' || key, 0)) from unnest($2::text[]) key order by key`,
    [`petition ${tx.scope.cityId}`, keys],
  );
}

export async function openNumberOf(
  tx: Tx,
  same: { readonly kind: string; readonly hash: string; readonly since: PlainDate },
): Promise<string | undefined> {
  const [row] = await namedQuery<{ number: string }>(
    tx,
    'petition_same_content',
    `select number from city.petition_of_content($1, $2, $3)`,
    [same.kind, same.hash, same.since],
  );
  return row?.number;
}
