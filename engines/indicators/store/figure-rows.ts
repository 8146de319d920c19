import { sql } from 'kysely';
import { type Tx, tables } from '#db';
import type { Month } from '#kernel/month';
import type { Figure } from '../domain/figure.ts';
import type { PartyKind } from '../domain/target.ts';
import { addRows } from './add-rows.ts';

type Row = Omit<Figure, 'party' | 'value'> & {
  readonly kind: PartyKind;
  readonly party: string;
  readonly value: string | null;
};

/** The figures that stand, one per indicator, party, month and origin. */
export async function readFigures(
  tx: Tx,
  span: { readonly first: Month; readonly last: Month },
): Promise<Figure[]> {
  const { rows } = await sql<Row>`
    select distinct on (indicator, origin, party_kind, party, month) indicator, party_kind as kind, party, month, origin,
      number, value, caliber, source, stated_on as "statedOn", recorded_by as "recordedBy", recorded_at as "recordedAt"
    from city.indicator_figure
    where city_id = ${tx.scope.cityId} and month between ${span.first} and ${span.last}
    order by indicator, origin, party_kind, party, month, number desc`.execute(tables(tx));
  return rows.map(({ kind, party, value, ...rest }) => ({
    ...rest,
    party: { kind, id: party },
    value: value === null ? null : BigInt(value),
  }));
}

export async function lockFigures(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('indicators.figures'), ${tx.scope.cityId})`.execute(
    tables(tx),
  );
}

export async function addFigures(
  tx: Tx,
  figures: readonly Omit<Figure, 'recordedAt'>[],
  actorId: string,
): Promise<void> {
  const columns = ['indicator', 'party_kind', 'party', 'month', 'origin', 'number', 'value', 'caliber'];
  await addRows(
    tx,
    'city.indicator_figure',
    [...columns, 'source', 'stated_on', 'actor_id', 'recorded_by'],
    figures.map((one) => [
      ...[one.indicator, one.party.kind, one.party.id, one.month, one.origin, one.number],
      ...[one.value, one.caliber, one.source, one.statedOn, actorId, one.recordedBy],
    ]),
  );
}

/** Starts per group and month of start; nothing of a single subject. */
export async function readStartCounts(
  tx: Tx,
  span: { readonly first: Month; readonly last: Month },
): Promise<{ groupKind: string; groupId: string; month: Month; starts: number }[]> {
  const { rows } = await sql<{ groupKind: string; groupId: string; month: Month; starts: number }>`
    select group_kind as "groupKind", group_id as "groupId", month, starts
    from city.start_counts(${span.first}, ${span.last})`.execute(tables(tx));
  return rows;
}

type Span = { readonly first: Month; readonly last: Month };

/** Subjects whose latest report of the span that says anything of it says that work has begun. */
export async function readStartedSubjects(tx: Tx, span: Span): Promise<{ subjectId: string }[]> {
  const rows = await readSaid(tx, span, 'started');
  return rows.filter((row) => row.said);
}

export async function readEnteredSubjects(tx: Tx, span: Span): Promise<Map<string, boolean>> {
  const rows = await readSaid(tx, span, 'entered');
  return new Map(rows.map((row) => [row.subjectId, row.said]));
}

/** Of each visible subject the latest word on a question; of a month the report with the highest number. */
async function readSaid(tx: Tx, { first, last }: Span, question: 'started' | 'entered') {
  const column = sql.ref(question);
  const { rows } = await sql<{ subjectId: string; said: boolean }>`
    with standing as (
      select distinct on (subject_id, month) subject_id, month, ${column} as said, withdrawn
      from city.report where city_id = ${tx.scope.cityId} and standing = 'reported'
        and month between ${first} and ${last}
      order by subject_id, month, number desc
    )
    select distinct on (subject_id) subject_id as "subjectId", said
    from standing where not withdrawn and said is not null
    order by subject_id, month desc`.execute(tables(tx));
  return rows;
}
