import { sql } from 'kysely';
import { type Tx, tables } from '#db';
import type { ProjectDetail, YearEntry } from '../domain/aspect.ts';
import { normalName } from '../domain/name.ts';
import { type PickedChange, type ProjectWrite, pick, type WriteContext } from './project-write.ts';
import { insertRows, madeFrom, type Row, updateRows } from './rows.ts';

const detailColumns = [
  'content',
  'period_start',
  'period_end',
  'total_fen',
  'fund_source',
  'company',
  'company_normal',
  'uscc',
  'remark',
];

export async function writeDetails(tx: Tx, writes: readonly ProjectWrite[]): Promise<void> {
  const rowOf = ({ projectId, after }: PickedChange): Row => {
    const detail = after as ProjectDetail;
    const { content, company, uscc, remark } = detail;
    return {
      project_id: projectId,
      period_start: detail.periodStart,
      period_end: detail.periodEnd,
      total_fen: detail.totalFen,
      fund_source: detail.fundSource,
      company_normal: company === null ? null : normalName(company),
      ...{ content, company, uscc, remark },
    };
  };
  const changes = pick(writes, 'detail');
  const of = (isNew: boolean) => changes.filter((one) => one.isNew === isNew);
  await insertRows(tx, 'project_detail', ['project_id', ...detailColumns], madeFrom(of(true), rowOf));
  await updateRows(tx, 'project_detail', ['project_id'], detailColumns, of(false).map(rowOf));
}

export async function writeEntries(
  tx: Tx,
  writes: readonly ProjectWrite[],
  context: WriteContext,
): Promise<void> {
  const changes = pick(writes, 'entry:').map((change) => ({
    ...change,
    year: Number(change.aspect.slice(6)),
  }));
  const gone = changes.filter((change) => change.after === null);
  for (const table of gone.length > 0 ? ['year_money', 'year_entry'] : []) {
    await sql`delete from ${sql.raw(`city.${table}`)} kept
      using unnest(${gone.map((one) => one.projectId)}::uuid[], ${gone.map((one) => one.year)}::integer[])
        as given (project_id, year)
      where kept.city_id = ${tx.scope.cityId} and kept.project_id = given.project_id and kept.year = given.year`.execute(
      tables(tx),
    );
  }
  const rows = changes.flatMap(({ projectId, year, before, after }) => {
    if (after === null) return [];
    const entry = after as YearEntry;
    const row = {
      project_id: projectId,
      year,
      category: entry.category,
      planned_start: entry.plannedStart,
      source: context.act,
      total_fen: entry.totalFen,
      plan_year_fen: entry.planYearFen,
      done_before_fen: entry.doneBeforeFen,
    };
    return [{ isNew: before === null, row }];
  });
  const of = (isNew: boolean) => rows.filter((one) => one.isNew === isNew).map((one) => one.row);
  const key = ['project_id', 'year'];
  const [open, money] = [
    ['category', 'planned_start', 'source'],
    ['total_fen', 'plan_year_fen', 'done_before_fen'],
  ];
  await insertRows(tx, 'year_entry', [...key, ...open], of(true));
  await insertRows(tx, 'year_money', [...key, ...money], of(true));
  await updateRows(tx, 'year_entry', key, open, of(false));
  await updateRows(tx, 'year_money', key, money, of(false));
}
