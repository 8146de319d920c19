import { type RawBuilder, sql } from 'kysely';
import { namedQuery, preparedQuery, type Tx } from '#db';
import type { PlainDate } from '#kernel/plain-date';
import { type MatterRow, matterColumns } from './matter-row.ts';

/** What is looked for; a condition not given is not asked. */
export type MatterFilter = {
  readonly kinds?: readonly string[] | undefined;
  /** Any of these holders leads. */
  readonly lead?: readonly string[] | undefined;
  /** Any of these holders has any seat. */
  readonly seated?: readonly string[] | undefined;
  readonly projectIds?: readonly string[] | undefined;
  readonly states?: readonly string[] | undefined;
  readonly levels?: readonly string[] | undefined;
  readonly open?: boolean | undefined;
  readonly overdueAt?: Date | undefined;
  readonly dueBefore?: Date | undefined;
  readonly raisedBy?: string | undefined;
  readonly openedFrom?: PlainDate | undefined;
  readonly openedTo?: PlainDate | undefined;
  /** In number or title. */
  readonly words?: string | undefined;
};

export type MatterPage = { readonly rows: readonly MatterRow[]; readonly total: number };

/** Open ones by the time left, those without a running clock last; others by the day they came in, latest first. */
export async function findMatters(
  tx: Tx,
  filter: MatterFilter,
  page: { readonly limit: number; readonly offset: number },
): Promise<MatterPage> {
  const where = sql.join(conditions(tx, filter), sql` and `);
  const order = filter.open ? sql`due_at nulls last, matter_id` : sql`opened_on desc, matter_id desc`;
  const [rows, [counted]] = await Promise.all([
    preparedQuery<MatterRow>(
      tx,
      sql`select ${sql.raw(matterColumns)} from city.matter where ${where} order by ${order}
        limit ${page.limit} offset ${page.offset}`,
    ),
    preparedQuery<{ count: number }>(
      tx,
      sql`select count(*)::integer as count from city.matter where ${where}`,
    ),
  ]);
  return { rows, total: counted?.count ?? 0 };
}

/** What is not asked is left out, and a list of one is compared as one: a prepared plan knows no values. */
function conditions(tx: Tx, filter: MatterFilter): RawBuilder<unknown>[] {
  const { cityId } = tx.scope;
  const { seated, open, words } = filter;
  const text = words?.trim();
  return [
    sql`city_id = ${cityId}`,
    ...oneOf(sql`kind`, 'text', filter.kinds),
    ...oneOf(sql`lead`, 'uuid', filter.lead),
    ...oneOf(sql`project_id`, 'uuid', filter.projectIds),
    ...oneOf(sql`state`, 'text', filter.states),
    ...oneOf(sql`level`, 'text', filter.levels),
    ...(seated
      ? [
          sql`matter_id in (select s.matter_id from city.matter_seat s
            where s.city_id = ${cityId} and s.holder_id = any (${seated}::uuid[]))`,
        ]
      : []),
    ...(open === undefined ? [] : [open ? sql`closed_at is null` : sql`closed_at is not null`]),
    ...(filter.overdueAt ? [sql`due_at < ${filter.overdueAt}`] : []),
    ...(filter.dueBefore ? [sql`due_at <= ${filter.dueBefore}`] : []),
    ...(filter.raisedBy ? [sql`raised_by = ${filter.raisedBy}::uuid`] : []),
    ...(filter.openedFrom ? [sql`opened_on >= ${filter.openedFrom}`] : []),
    ...(filter.openedTo ? [sql`opened_on <= ${filter.openedTo}`] : []),
    ...(text ? [sql`(number = upper(${text}) or position(${text} in title) > 0)`] : []),
  ];
}

function oneOf(
  column: RawBuilder<unknown>,
  type: 'text' | 'uuid',
  values: readonly string[] | undefined,
): RawBuilder<unknown>[] {
  if (!values) return [];
  const as = sql.raw(type);
  return values.length === 1
    ? [sql`${column} = ${values[0]}::${as}`]
    : [sql`${column} = any (${values}::${as}[])`];
}

export async function findBySource(
  tx: Tx,
  kind: string,
  source: string,
  sourceKey: string,
): Promise<MatterRow | undefined> {
  const [row] = await namedQuery<MatterRow>(
    tx,
    'matter-by-source',
    `select ${matterColumns} from city.matter
     where city_id = $1 and kind = $2 and source = $3 and source_key = $4`,
    [tx.scope.cityId, kind, source, sourceKey],
  );
  return row;
}

/** Of these names of another source, those that are matters already. */
export async function findSourceKeys(
  tx: Tx,
  { kind, source }: { readonly kind: string; readonly source: string },
  keys: readonly string[],
): Promise<Set<string>> {
  const rows = await namedQuery<{ sourceKey: string }>(
    tx,
    'matter-source-keys',
    `select source_key as "sourceKey" from city.matter
     where city_id = $1 and kind = $2 and source = $3 and source_key = any ($4::text[])`,
    [tx.scope.cityId, kind, source, keys],
  );
  return new Set(rows.map(({ sourceKey }) => sourceKey));
}
