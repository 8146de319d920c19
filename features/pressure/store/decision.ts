import { sql } from 'kysely';
import { type Tx, tables } from '#db';
import type { ProposalId } from './proposal.ts';

export type Decision = {
  readonly proposalId: ProposalId;
  readonly number: number;
  readonly decision: 'issue' | 'none';
  readonly reason: string | null;
  readonly accountId: string;
  readonly by: string;
  readonly at: Date;
};

/** The last decision of each of these proposals. */
export async function standingDecisions(
  tx: Tx,
  ids: readonly ProposalId[],
): Promise<Map<ProposalId, Decision>> {
  const { rows } =
    await sql<Decision>`select distinct on (proposal_id) proposal_id as "proposalId", number, decision,
      reason, account_id as "accountId", by_name as by, at
    from city.pressure_decision where city_id = ${tx.scope.cityId} and proposal_id = any (${ids}::uuid[])
    order by proposal_id, number desc`.execute(tables(tx));
  return new Map(rows.map((row) => [row.proposalId, row]));
}

export async function addDecision(tx: Tx, one: Decision): Promise<void> {
  await sql`insert into city.pressure_decision (city_id, proposal_id, number, decision, reason, account_id, by_name, at)
    values (${tx.scope.cityId}, ${one.proposalId}, ${one.number}, ${one.decision}, ${one.reason}, ${one.accountId},
      ${one.by}, ${one.at})`.execute(tables(tx));
}

/** One at a time on a proposal, a letter, or a month that is being proposed for. */
export async function lockOn(tx: Tx, what: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`pressure ${tx.scope.cityId} ${what}`}, 0))`.execute(
    tables(tx),
  );
}
