import type { Db } from '#db';
import { asTableOwner } from '#db/testing';
import { type BenchCity, lastMonth } from './cities.ts';
import { seeded } from './fill/records.ts';
import type { Request } from './load.ts';

export type Figure = 'list' | 'page' | 'cockpit' | 'report' | 'selected';

/** What is asked of a city: the same requests of the program and of the floor. */
export type Asked = Readonly<Record<Figure, readonly (readonly Request[])[]>>;

type Found = {
  readonly districts: readonly string[];
  readonly smallDistrict: string;
  readonly lists: readonly string[];
  readonly projects: readonly string[];
};

async function find(db: Db, { cityId }: BenchCity): Promise<Found> {
  const districts = await asTableOwner(
    db,
    `select org_id as id, count(*) as count from city.project_district where city_id = ${cityId} group by 1 order by 2, 1`,
  );
  const lists = await asTableOwner(
    db,
    `select distinct list_id as id from city.list_membership where city_id = ${cityId} order by 1`,
  );
  const projects = await asTableOwner(
    db,
    `select subject_id as id from city.subject_duty where city_id = ${cityId} and from_month = '2025-01' and owes
     order by md5(subject_id::text) limit 20000`,
  );
  const ids = (rows: readonly { [column: string]: unknown }[]) => rows.map(({ id }) => String(id));
  const [smallDistrict = '', ...others] = ids(districts);
  return { districts: others, smallDistrict, lists: ids(lists), projects: ids(projects) };
}

/** Every request asks for something else, so that neither server answers from what it has just read. */
export async function requestsFor(db: Db, city: BenchCity): Promise<Asked> {
  const { districts, smallDistrict, lists, projects } = await find(db, city);
  const random = seeded(4711);
  const pick = <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)] as T;
  const shown = `year=2025&sort=total&descending=true&pageSize=50`;
  const get = (path: string): Request => ({ method: 'GET', path: `/api${path}` });
  const some = projects.slice(0, 2000);
  return {
    list: Array.from({ length: 200 }, () => [
      get(`/projects?district=${pick(districts)}&list=${pick(lists)}&${shown}`),
    ]),
    selected: Array.from({ length: 4 }, () => [
      get(`/projects?district=${smallDistrict}&category=${encodeURIComponent('在建')}&${shown}`),
    ]),
    page: some.map((id) => [get(`/projects/${id}`), get(`/progress/projects/${id}/months?year=2025`)]),
    cockpit: [[get('/cockpit')]],
    report: await reportsOf(db, city, projects),
  };
}

/** Each saves another project's month, over what was reported before: the number seen goes with it. */
async function reportsOf(db: Db, { cityId }: BenchCity, projects: readonly string[]): Promise<Request[][]> {
  const seen = await asTableOwner(
    db,
    `select subject_id as id, max(number) as number, max(cum_fen) as fen from city.report
     where city_id = ${cityId} and month = '${lastMonth}' and standing = 'reported' group by 1`,
  );
  const numbers = new Map(seen.map((row) => [String(row['id']), row]));
  return projects.map((id) => {
    const before = numbers.get(id);
    const body = {
      expectedNumber: Number(before?.['number'] ?? 0),
      monthFen: '1000000',
      cumFen: String(BigInt(String(before?.['fen'] ?? 0)) + 1_000_000n),
      started: true,
      actualStart: '2025-03',
      progressText: '主体结构封顶，开始内部安装',
      correctionReason: '核对后更正',
    };
    return [{ method: 'PUT', path: `/api/progress/projects/${id}/months/${lastMonth}/report`, body }];
  });
}
