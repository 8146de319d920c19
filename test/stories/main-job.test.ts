import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type CommandHome, commandHome } from '../support/command.ts';

const workbooks = join(import.meta.dirname, '../../../shared/data/workbooks');
const isThere = existsSync(join(workbooks, 'gold'));

type GoldFinding = { row: number; cell: string; column: string; kind: string; code: string };
type GoldRow = {
  sheet: string;
  row: number;
  status: string;
  key: string | null;
  duplicateOf?: string;
  record: unknown;
  findings: GoldFinding[];
};
type GoldSkip = { sheet: string; row: number; why: string; findings?: GoldFinding[] };
type Gold = { month?: string; receivedOn?: string; rows: GoldRow[]; skip: GoldSkip[] };
type Outcome = {
  accepted: number;
  rejected: number;
  written: number;
  rows: GoldRow[];
  skip: GoldSkip[];
  findings: (GoldFinding & { sheet: string; value: string; message: string; remedy: string })[];
};
type GoldLights = {
  overall: string;
  progress: string | null;
  start: string | null;
  statistics: string | null;
};
type GoldEvaluation = {
  asOf: string;
  projects: ({ key: string; name: string; district: string } & GoldLights)[];
  districts: {
    name: string;
    overall: Record<string, number>;
    planToMonthFen: string;
    actualToMonthFen: string;
  }[];
};

const byPlace = (a: { sheet: string; row: number }, b: { sheet: string; row: number }) =>
  a.sheet === b.sheet ? a.row - b.row : a.sheet < b.sheet ? -1 : 1;
const place = ({ sheet, row, cell, column, kind, code }: GoldFinding & { sheet: string }) =>
  [sheet, row, cell, column, kind, code].join(' | ');

/** From the six mailed workbooks to lit projects, on the command line and in an empty home. */
describe.skipIf(!isThere)(
  'the shared workbooks, one after the other (skipped without ../shared/data/workbooks)',
  () => {
    const names = isThere
      ? readdirSync(workbooks)
          .filter((name) => name.endsWith('.xlsx'))
          .sort()
      : [];
    let home: CommandHome;
    beforeAll(async () => {
      home = await commandHome();
    });
    afterAll(() => home.remove());

    test.each(names)('%s gives every record, finding and skipped row', async (name) => {
      const gold: Gold = JSON.parse(
        readFileSync(join(workbooks, 'gold', name.replace(/xlsx$/, 'json')), 'utf8'),
      );
      const about = gold.month
        ? ['reports', '--period', gold.month, '--received-on', gold.receivedOn ?? '', '--accept-similar']
        : ['projects', '--year', '2023'];
      const [kind, ...flags] = about as [string, ...string[]];
      const run = await home.run(
        'import',
        kind,
        join(workbooks, name),
        '--city',
        'dalian',
        ...flags,
        '--accept-good',
        '--json',
      );
      expect(run.status).toBe(0);
      const outcome: Outcome = JSON.parse(run.stdout);
      const shown = ({ sheet, row, status, key, duplicateOf, record }: GoldRow) => ({
        sheet,
        row,
        status,
        key,
        duplicateOf,
        record,
      });
      expect(outcome.rows.toSorted(byPlace).map(shown)).toEqual(gold.rows.toSorted(byPlace).map(shown));
      const expected = [...gold.rows, ...gold.skip].flatMap(({ sheet, findings = [] }) =>
        findings.map((one) => place({ ...one, sheet })),
      );
      expect(outcome.findings.map(place).toSorted()).toEqual(expected.toSorted());
      const why = ({ sheet, row, why: reason }: GoldSkip) => ({ sheet, row, why: reason });
      expect(outcome.skip.toSorted(byPlace).map(why)).toEqual(gold.skip.toSorted(byPlace).map(why));
      for (const finding of outcome.findings)
        expect(finding.message !== '' && finding.remedy !== '').toBe(true);
    });

    const evaluations: GoldEvaluation[] = isThere
      ? JSON.parse(readFileSync(join(workbooks, 'gold/lights.json'), 'utf8')).evaluations
      : [];
    test.each(evaluations.map((one) => [one.asOf, one] as const))(
      'every light as of %s',
      async (asOf, gold) => {
        const run = await home.run('lights', '--city', 'dalian', '--as-of', asOf, '--json');
        const answer = JSON.parse(run.stdout);
        const lit = answer.projects.map((one: { why: string[]; dimensions: object }) => {
          const { why: _, dimensions, ...rest } = one;
          return { ...rest, ...dimensions };
        });
        const expected = gold.projects.map(
          ({ key, name, district, overall, progress, start, statistics }) => ({
            ...{ key, name, district, overall, progress, start, statistics },
          }),
        );
        const byKey = (a: { key: string }, b: { key: string }) => (a.key < b.key ? -1 : 1);
        expect(lit.toSorted(byKey)).toEqual(expected.toSorted(byKey));
        for (const project of answer.projects) expect(project.why.length).toBeGreaterThan(0);
        const districts = gold.districts.map(({ name, overall, planToMonthFen, actualToMonthFen }) => ({
          district: name,
          ...{
            green: overall['green'],
            yellow: overall['yellow'],
            red: overall['red'],
            grey: overall['grey'],
          },
          ...{ planFen: planToMonthFen, actualFen: actualToMonthFen },
        }));
        const byName = (a: { district: string }, b: { district: string }) =>
          a.district < b.district ? -1 : 1;
        expect(answer.districts.toSorted(byName)).toEqual(districts.toSorted(byName));
      },
    );

    test('a day before the evaluation day shows the month before', async () => {
      const run = await home.run('lights', '--city', 'dalian', '--as-of', '2023-06-09', '--json');
      expect(JSON.parse(run.stdout).month).toBe('2023-04');
    });

    test('the same list again writes nothing', async () => {
      const list = join(workbooks, names[0] ?? '');
      const run = await home.run(
        'import',
        'projects',
        list,
        '--city',
        'dalian',
        '--year',
        '2023',
        '--accept-good',
        '--json',
      );
      expect(JSON.parse(run.stdout).written).toBe(0);
    });

    test('lights replay, sums agree with their rows, the audit chain is whole', async () => {
      expect((await home.run('lights', 'replay', '--city', 'dalian')).status).toBe(0);
      expect((await home.run('rollups', 'check', '--city', 'dalian')).status).toBe(0);
      expect((await home.run('audit', 'verify')).status).toBe(0);
    });

    test('errors without leave to skip them write nothing and say so', async () => {
      const list = join(workbooks, names[0] ?? '');
      const run = await home.run('import', 'projects', list, '--city', 'dalian', '--year', '2024', '--json');
      expect([run.status, JSON.parse(run.stdout).written]).toEqual([1, 0]);
    });
  },
);
