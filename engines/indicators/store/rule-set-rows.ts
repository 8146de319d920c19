import { sql } from 'kysely';
import { preparedQuery, type Tx, tables } from '#db';
import type { PlainDate } from '#kernel/plain-date';
import type { RuleSet } from '../domain/rule-set.ts';

export type PublishedRuleSet = {
  readonly number: number;
  readonly rules: RuleSet;
  readonly publishedAt: Date;
  readonly publishedBy: string;
};

const columns = sql`number, rules, published_at as "publishedAt", published_by as "publishedBy"`;

/** The rule set in force on a day: of those effective by then the latest effective, then the latest published. */
export async function findRuleSetOn(tx: Tx, day: PlainDate): Promise<PublishedRuleSet | undefined> {
  const rows = await preparedQuery(
    tx,
    sql<PublishedRuleSet>`
    select ${columns} from city.rule_set
    where city_id = ${tx.scope.cityId} and effective_from <= ${day}
    order by effective_from desc, published_at desc, number desc limit 1`,
  );
  return rows[0];
}

export async function readRuleSets(tx: Tx): Promise<PublishedRuleSet[]> {
  const { rows } = await sql<PublishedRuleSet>`
    select ${columns} from city.rule_set where city_id = ${tx.scope.cityId}
    order by effective_from, published_at, number`.execute(tables(tx));
  return rows;
}

export async function addRuleSet(tx: Tx, number: number, rules: RuleSet, publishedBy: string): Promise<void> {
  await sql`
    insert into city.rule_set (city_id, rule_set_id, number, effective_from, rules, basis, published_by)
    values (${tx.scope.cityId}, ${rules.id}, ${number}, ${rules.effectiveFrom}, ${JSON.stringify(rules)}::jsonb,
      ${rules.basis}, ${publishedBy})`.execute(tables(tx));
}
