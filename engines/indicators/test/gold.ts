import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Light } from '#kernel/light';

/** The shared records and lights that other rooms read too; they lie beside the repository, not in it. */
const folder = join(import.meta.dirname, '../../../../shared/data/workbooks/gold');

export const goldIsThere = existsSync(join(folder, 'lights.json'));

type ListRecord = {
  readonly districts: readonly { code: string | null; name: string }[];
  readonly stage: string;
  readonly periodStart: string | null;
  readonly plannedStart: string | null;
  readonly planYearFen: string | null;
  readonly totalFen: string | null;
  readonly doneBeforeFen: string | null;
  readonly monthPlanFen: readonly (string | null)[] | null;
};

export type ReportRecord = {
  readonly month: string;
  readonly monthFen: string | null;
  readonly cumFen: string | null;
  readonly started?: boolean | null;
  readonly actualStart?: string | null;
  readonly entered?: boolean | null;
  readonly enteredOn?: string | null;
  readonly reportedOn?: string | null;
  readonly projectKey: string | null;
};

export type GoldRow<R> = {
  readonly sheet: string;
  readonly row: number;
  readonly status: string;
  readonly key: string | null;
  readonly record: R;
  readonly findings: readonly { code: string; kind: string }[];
};

export type GoldBook<R> = {
  readonly workbook: string;
  readonly kind: string;
  readonly receivedOn: string;
  readonly month: string;
  readonly sheets: readonly { name: string; columns?: readonly { field: string | null }[] }[];
  readonly rows: readonly GoldRow<R>[];
};

type GoldCounts = Readonly<Record<string, number>>;

export type GoldSums = {
  readonly projects: number;
  readonly overall: GoldCounts;
  readonly progress: GoldCounts;
  readonly start: GoldCounts;
  readonly statistics: GoldCounts;
  readonly planToMonthFen: string;
  readonly actualToMonthFen: string;
  readonly planYearFen: string;
  readonly reported: number;
};

export type GoldEvaluation = {
  readonly asOf: string;
  readonly month: string;
  readonly total: GoldSums;
  readonly notReported: readonly string[];
  readonly districts: readonly (GoldSums & { code: string | null; name: string })[];
  readonly projects: readonly {
    readonly key: string;
    readonly planToMonthFen: string | null;
    readonly actualToMonthFen: string | null;
    readonly started: boolean;
    readonly startMonth: string | null;
    readonly entered: boolean | null;
    readonly overall: Light;
    readonly progress: Light | null;
    readonly start: Light | null;
    readonly statistics: Light | null;
  }[];
};

export type Gold = {
  readonly list: readonly GoldRow<ListRecord>[];
  readonly reports: readonly GoldBook<ReportRecord>[];
  readonly evaluations: readonly GoldEvaluation[];
};

export function readGold(): Gold {
  const books = readdirSync(folder)
    .filter((name) => name !== 'lights.json')
    .sort()
    .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as GoldBook<unknown>);
  const list = books.find(({ kind }) => kind === 'list') as GoldBook<ListRecord>;
  return {
    list: list.rows.filter(({ key }) => key !== null),
    reports: books.filter(({ kind }) => kind === 'report') as GoldBook<ReportRecord>[],
    evaluations: JSON.parse(readFileSync(join(folder, 'lights.json'), 'utf8')).evaluations,
  };
}
