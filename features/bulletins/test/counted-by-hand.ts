import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';

const folder = join(import.meta.dirname, '../../../packs/dalian/demo');

const rowsOf = (name: string) =>
  parse(readFileSync(join(folder, name)), { columns: true, bom: true }) as Record<string, string>[];

/** Amounts of the files have at most two decimals. */
const hundredthsOfWan = (text: string | undefined) => Math.round(Number(text || 0) * 100);
const fen = (hundredths: number) => `${BigInt(hundredths) * 10_000n}`;
const share = (part: number, whole: number) =>
  whole === 0 ? null : (Math.round((part / whole) * 1000) / 10).toFixed(1);

type Sum = {
  projects: number;
  reported: number;
  plan: number;
  actual: number;
  year: number;
  planOfReported: number;
};

/**
 * The sums of a month straight from the demonstration's own tables, with nothing of the program: projects under
 * construction or starting this year owe a report.
 */
export function countedByHand(month: string) {
  const upTo = Number(month.slice(5));
  const reports = new Map(
    rowsOf('reports.csv').flatMap((row) => (row['month'] === month ? [[row['name'], row] as const] : [])),
  );
  const projects = rowsOf('projects.csv').filter(({ stage }) => stage !== '前期');
  const add = (sum: Sum, project: Record<string, string>): Sum => {
    const months = Array.from({ length: upTo }, (_, at) => hundredthsOfWan(project[`m${at + 1}`]));
    const plan = months.reduce((a, b) => a + b, 0);
    const cum = reports.get(project['name'])?.['cum_amount'];
    const came = cum !== undefined && cum !== '';
    return {
      projects: sum.projects + 1,
      reported: sum.reported + (came ? 1 : 0),
      plan: sum.plan + plan,
      actual: sum.actual + (came ? hundredthsOfWan(cum) : 0),
      year: sum.year + hundredthsOfWan(project['plan_year']),
      planOfReported: sum.planOfReported + (came ? plan : 0),
    };
  };
  const none: Sum = { projects: 0, reported: 0, plan: 0, actual: 0, year: 0, planOfReported: 0 };
  const told = (group: readonly Record<string, string>[]) => {
    const sum = group.reduce(add, none);
    return {
      ...{
        projects: sum.projects,
        reported: sum.reported,
        planFen: fen(sum.plan),
        actualFen: fen(sum.actual),
      },
      ...{ planYearFen: fen(sum.year), completion: share(sum.actual, sum.plan) },
      ...{ reportedCompletion: share(sum.actual, sum.planOfReported) },
    };
  };
  const byDistrict = Map.groupBy(projects, ({ districts = '' }) => districts.split(';')[0] ?? '');
  const missing = projects.filter(({ name }) => !reports.get(name)?.['cum_amount']).map(({ name }) => name);
  return {
    total: told(projects),
    districts: new Map([...byDistrict].map(([name, group]) => [name, told(group)])),
    missing: missing.toSorted(),
    problemOf: (name: string) => reports.get(name)?.['problem'] || reports.get(name)?.['matter'] || null,
  };
}
