import { sql } from 'kysely';
import { type Tx, tables } from '#db';
import type { PlainDate } from '#kernel/plain-date';
import type { Apart } from '../domain/apart.ts';
import type { YearCategory } from '../domain/aspect.ts';
import type { OrgId, ProjectId } from '../domain/identity.ts';
import { apartColumn } from './link.ts';

/** A project as a workbook's row is matched with it, and what its figures are compared with. */
export type IndexRow = {
  readonly projectId: ProjectId;
  readonly number: string;
  readonly name: string;
  readonly nameNormal: string;
  readonly code: string | null;
  /** Codes it had before. */
  readonly formerCodes: readonly string[];
  readonly districts: readonly {
    readonly orgId: OrgId;
    readonly code: string | null;
    readonly name: string;
  }[];
  /** Departments that lead it now, in order. */
  readonly departments: readonly OrgId[];
  readonly stage: string;
  readonly stageSince: PlainDate;
  readonly mergedInto: ProjectId | null;
  readonly apart: Apart | null;
  readonly category: YearCategory | null;
  readonly plannedStart: string | null;
  readonly periodStart: string | null;
  readonly totalFen: bigint | null;
  readonly doneBeforeFen: bigint | null;
  readonly planYearFen: bigint | null;
  readonly company: string | null;
  readonly uscc: string | null;
  /** The organisation that carries it out, where it is one of ours. */
  readonly sponsorOrgId: OrgId | null;
};

type Head = Omit<IndexRow, 'code' | 'formerCodes' | 'districts'>;
type Code = { readonly projectId: ProjectId; readonly code: string; readonly now: boolean };
type District = IndexRow['districts'][number] & { readonly projectId: ProjectId };

/** With a year: the projects of that year's lists; without: all that are alive. `among`: of these only. */
export async function readIndex(
  tx: Tx,
  year: number | undefined,
  among?: readonly string[],
): Promise<IndexRow[]> {
  const city = tx.scope.cityId;
  const ofThese = (column: string) => (among ? sql`and ${sql.ref(column)} = any (${among}::uuid[])` : sql``);
  const { rows: heads } = await sql<Head>`
    select p.project_id as "projectId", p.number, p.name, p.name_normal as "nameNormal", p.stage,
      p.stage_since as "stageSince", p.merged_into as "mergedInto", ${apartColumn},
      e.category, e.planned_start as "plannedStart", d.period_start as "periodStart",
      coalesce(m.total_fen, d.total_fen) as "totalFen", m.done_before_fen as "doneBeforeFen",
      m.plan_year_fen as "planYearFen", d.company, d.uscc,
      p.sponsor_org_id as "sponsorOrgId"
    from city.project p
    left join city.project_detail d on d.city_id = p.city_id and d.project_id = p.project_id
    left join city.year_entry e on e.city_id = p.city_id and e.project_id = p.project_id and e.year = ${year ?? null}
    left join city.year_money m on m.city_id = p.city_id and m.project_id = p.project_id and m.year = ${year ?? null}
    where p.city_id = ${city} and p.withdrawn_at is null
      and (${year ?? null}::integer is null or e.project_id is not null) ${ofThese('p.project_id')}
    order by p.number`.execute(tables(tx));
  const { rows: codes } = await sql<Code>`
    select project_id as "projectId", code, to_on is null as now from city.project_code
    where city_id = ${city} and (to_on is null or to_on > from_on) ${ofThese('project_id')}`.execute(
    tables(tx),
  );
  const { rows: districts } = await sql<District>`
    select pd.project_id as "projectId", o.org_id as "orgId", o.code, o.name from city.project_district pd
    join city.organisation o on o.city_id = pd.city_id and o.org_id = pd.org_id
    where pd.city_id = ${city} ${ofThese('pd.project_id')} order by pd.project_id, pd.position`.execute(
    tables(tx),
  );
  const { rows: departments } = await sql<{ projectId: ProjectId; orgId: OrgId }>`
    select project_id as "projectId", org_id as "orgId" from city.project_department
    where city_id = ${city} and org_id is not null ${ofThese('project_id')} order by project_id, position`.execute(
    tables(tx),
  );
  const departmentsOf = Map.groupBy(departments, (row) => row.projectId);
  const codesOf = Map.groupBy(codes, (row) => row.projectId);
  const districtsOf = Map.groupBy(districts, (row) => row.projectId);
  return heads.map((head) => {
    const own = codesOf.get(head.projectId) ?? [];
    return {
      ...head,
      code: own.find((one) => one.now)?.code ?? null,
      formerCodes: own.filter((one) => !one.now).map((one) => one.code),
      districts: (districtsOf.get(head.projectId) ?? []).map(({ orgId, code, name }) => ({
        orgId,
        code,
        name,
      })),
      departments: (departmentsOf.get(head.projectId) ?? []).map(({ orgId }) => orgId),
    };
  });
}
