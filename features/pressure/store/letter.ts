import { sql } from 'kysely';
import { type Tx, tables } from '#db';
import type { OrgId, ProjectId } from '#engines/registry';
import type { Id } from '#kernel/id';
import type { Form, Signer } from '../domain/form.ts';
import type { Wording } from '../domain/wording.ts';
import type { ProposalId } from './proposal.ts';

export type LetterId = Id<'letter'>;

export type Letter = {
  readonly letterId: LetterId;
  readonly form: Form;
  readonly proposalId: ProposalId | null;
  readonly projectId: ProjectId | null;
  readonly orgId: OrgId;
  readonly signs: Signer;
  readonly workingDays: number;
  /** Canonical, byte for byte as it was frozen. */
  readonly figures: string;
  readonly hash: string;
  readonly accountId: string;
  readonly personId: string | null;
  readonly composedBy: string;
  readonly composedAt: Date;
};

const columns = sql`letter_id as "letterId", form, proposal_id as "proposalId", project_id as "projectId",
  org_id as "orgId", signs, working_days as "workingDays", figures, hash, account_id as "accountId",
  person_id as "personId", composed_by as "composedBy", composed_at as "composedAt"`;

export type LetterFilter = {
  readonly projectId?: string | undefined;
  readonly orgId?: string | undefined;
  readonly proposalIds?: readonly ProposalId[] | undefined;
};

/** All the reader may see, the latest first. */
export async function readLetters(
  tx: Tx,
  { projectId, orgId, proposalIds }: LetterFilter = {},
): Promise<Letter[]> {
  const { rows } = await sql<Letter>`select ${columns} from city.letter where city_id = ${tx.scope.cityId}
    ${projectId ? sql`and project_id = ${projectId}::uuid` : sql``}
    ${orgId ? sql`and org_id = ${orgId}::uuid` : sql``}
    ${proposalIds ? sql`and proposal_id = any (${proposalIds}::uuid[])` : sql``}
    order by composed_at desc, letter_id desc limit 1000`.execute(tables(tx));
  return rows;
}

export async function findLetter(tx: Tx, id: LetterId): Promise<Letter | undefined> {
  const { rows } = await sql<Letter>`select ${columns} from city.letter
    where city_id = ${tx.scope.cityId} and letter_id = ${id}`.execute(tables(tx));
  return rows[0];
}

export async function addLetter(tx: Tx, one: Letter): Promise<void> {
  await sql`insert into city.letter (city_id, letter_id, form, proposal_id, project_id, org_id, signs, working_days,
      figures, hash, account_id, person_id, composed_by, composed_at)
    values (${tx.scope.cityId}, ${one.letterId}, ${one.form}, ${one.proposalId}, ${one.projectId}, ${one.orgId},
      ${one.signs}, ${one.workingDays}, ${one.figures}, ${one.hash}, ${one.accountId}, ${one.personId},
      ${one.composedBy}, ${one.composedAt})`.execute(tables(tx));
}

export type WordingRow = {
  readonly letterId: LetterId;
  readonly number: number;
  readonly wording: Wording;
  readonly accountId: string;
  readonly personId: string | null;
  readonly by: string;
  readonly at: Date;
};

/** Every edit of these letters, the first first; the last of each stands. */
export async function readWordings(tx: Tx, ids: readonly LetterId[]): Promise<Map<LetterId, WordingRow[]>> {
  const { rows } =
    await sql<WordingRow>`select letter_id as "letterId", number, wording, account_id as "accountId",
      person_id as "personId", by_name as by, at
    from city.letter_wording where city_id = ${tx.scope.cityId} and letter_id = any (${ids}::uuid[])
    order by letter_id, number`.execute(tables(tx));
  return Map.groupBy(rows, ({ letterId }) => letterId);
}

export async function addWording(tx: Tx, one: WordingRow): Promise<void> {
  await sql`insert into city.letter_wording (city_id, letter_id, number, wording, account_id, person_id, by_name, at)
    values (${tx.scope.cityId}, ${one.letterId}, ${one.number}, ${JSON.stringify(one.wording)}, ${one.accountId},
      ${one.personId}, ${one.by}, ${one.at})`.execute(tables(tx));
}
