import { sql } from 'kysely';
import { type Tx, tables } from '#db';
import type { Id } from '#kernel/id';
import type { Month } from '#kernel/month';
import type { Amounts } from '../domain/amounts.ts';
import type { StructureKind } from '../domain/restructure.ts';

export type StructureId = Id<'structure'>;

type Structure = {
  readonly structureId: StructureId;
  readonly kind: StructureKind;
  readonly fromMonth: Month;
  readonly reason: string;
  readonly approver: string;
  readonly by: string;
  readonly at: Date;
};

export type StructurePart = Amounts & {
  readonly projectId: string;
  readonly role: 'before' | 'after';
  readonly counts: boolean;
};

export async function addStructure(
  tx: Tx,
  { structureId, kind, fromMonth, reason, approver, by }: Omit<Structure, 'at'>,
  parts: readonly StructurePart[],
): Promise<void> {
  const { cityId } = tx.scope;
  await sql`insert into city.structure (city_id, structure_id, kind, from_month, reason, approver, made_by)
    values (${cityId}, ${structureId}, ${kind}, ${fromMonth}, ${reason}, ${approver}, ${by})`.execute(
    tables(tx),
  );
  const rows = parts.map(
    (
      part,
    ) => sql`(${cityId}, ${structureId}, ${part.projectId}::uuid, ${part.role}, ${part.counts}, ${part.totalFen},
      ${part.doneBeforeFen}, ${part.planYearFen}, ${part.monthsFen}::bigint[], ${part.reportedFen})`,
  );
  await sql`insert into city.structure_part (city_id, structure_id, project_id, role, counts, total_fen,
    done_before_fen, plan_year_fen, months_fen, reported_fen) values ${sql.join(rows)}`.execute(tables(tx));
}

type NamedPart = {
  readonly structureId: StructureId;
  readonly projectId: Id<'project'>;
  readonly number: string;
  readonly name: string;
  readonly role: StructurePart['role'];
  readonly counts: boolean;
  readonly totalFen: bigint | null;
};

/** Of a year, latest first; parts only as far as the reader's scope goes. */
export async function readStructures(
  tx: Tx,
  year: number,
): Promise<(Structure & { readonly parts: readonly NamedPart[] })[]> {
  const { rows } = await sql<Structure>`
    select structure_id as "structureId", kind, from_month as "fromMonth", reason, approver, made_by as by,
      made_at as at
    from city.structure
    where city_id = ${tx.scope.cityId} and from_month between ${`${year}-01`} and ${`${year}-12`}
    order by made_at desc, structure_id`.execute(tables(tx));
  const { rows: parts } = await sql<NamedPart>`
    select s.structure_id as "structureId", s.project_id as "projectId", p.number, p.name, s.role, s.counts,
      s.total_fen as "totalFen"
    from city.structure_part s join city.project p on p.city_id = s.city_id and p.project_id = s.project_id
    where s.city_id = ${tx.scope.cityId} and s.structure_id = any (${rows.map((one) => one.structureId)}::uuid[])
    order by s.role desc, p.number`.execute(tables(tx));
  const of = Map.groupBy(parts, ({ structureId }) => structureId);
  return rows.map((row) => ({ ...row, parts: of.get(row.structureId) ?? [] }));
}
