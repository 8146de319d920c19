import { sql } from 'kysely';
import { type Tx, tables } from '#db';
import type { PartyKind, TargetVersion } from '../domain/target.ts';
import { addRows } from './add-rows.ts';

type Row = Omit<TargetVersion, 'party' | 'value' | 'base' | 'months'> & {
  readonly kind: PartyKind;
  readonly party: string;
  readonly value: string | null;
  readonly base: string | null;
  readonly months: readonly string[] | null;
};

/** Every version of a year's targets, oldest first; of one indicator where it is named. */
export async function readTargetVersions(tx: Tx, year: number, indicator?: string): Promise<TargetVersion[]> {
  const { rows } = await sql<Row>`
    select year, indicator, party_kind as kind, party, number, value, base, months::text[] as months, reason, approver,
      recorded_by as "recordedBy", recorded_at as "recordedAt"
    from city.target_version where city_id = ${tx.scope.cityId} and year = ${year}
      and (${indicator ?? null}::text is null or indicator = ${indicator ?? null})
    order by indicator, party_kind, party, number`.execute(tables(tx));
  return rows.map(({ kind, party, value, base, months, ...rest }) => ({
    ...rest,
    party: { kind, id: party },
    value: wholeOf(value),
    base: wholeOf(base),
    months: months?.map(BigInt) ?? null,
  }));
}

/** One writer of an indicator's targets at a time. */
export async function lockTargets(tx: Tx, year: number, indicator: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext(${`indicators.targets ${year} ${indicator}`}), ${tx.scope.cityId})`.execute(
    tables(tx),
  );
}

export async function addTargetVersions(
  tx: Tx,
  versions: readonly Omit<TargetVersion, 'recordedAt'>[],
  actorId: string,
): Promise<void> {
  const columns = ['year', 'indicator', 'party_kind', 'party', 'number', 'value', 'base', 'months'];
  await addRows(
    tx,
    'city.target_version',
    [...columns, 'reason', 'approver', 'actor_id', 'recorded_by'],
    versions.map((one) => [
      ...[one.year, one.indicator, one.party.kind, one.party.id, one.number],
      ...[one.value, one.base, one.months?.map(String) ?? null],
      ...[one.reason, one.approver, actorId, one.recordedBy],
    ]),
  );
}

function wholeOf(text: string | null): bigint | null {
  return text === null ? null : BigInt(text);
}
