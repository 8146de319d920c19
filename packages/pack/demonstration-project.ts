import { type Fen, parseMoney } from '#kernel/money';
import { integerColumn, listColumn, optionalTextColumn, parsedColumn, textColumn } from './csv-column.ts';
import type { PackPlace } from './pack-problem.ts';
import type { CsvRow } from './read-csv.ts';

/** Amounts in the files are 万元. */
const fenColumn = parsedColumn<Fen>((raw) => parseMoney(raw, '万元'), '12000.5');

const monthPlan = {
  m1: fenColumn,
  m2: fenColumn,
  m3: fenColumn,
  m4: fenColumn,
  m5: fenColumn,
  m6: fenColumn,
  m7: fenColumn,
  m8: fenColumn,
  m9: fenColumn,
  m10: fenColumn,
  m11: fenColumn,
  m12: fenColumn,
};

export const demonstrationProjectColumns = {
  seq: integerColumn,
  name: textColumn,
  code: optionalTextColumn,
  districts: listColumn,
  industry: textColumn,
  nature: textColumn,
  content: textColumn,
  period_start: textColumn,
  period_end: textColumn,
  total: fenColumn,
  done_before: fenColumn,
  plan_year: fenColumn,
  ...monthPlan,
  planned_start: optionalTextColumn,
  fund_source: optionalTextColumn,
  lead_departments: listColumn,
  responsible_unit: optionalTextColumn,
  company: optionalTextColumn,
  credit_code: optionalTextColumn,
  leader: optionalTextColumn,
  secretary: optionalTextColumn,
  secretary_phone: optionalTextColumn,
  lists: listColumn,
  stage: textColumn,
  remark: textColumn,
};

/** An invented project of the demonstration year; fields as in a yearly project list. */
export type DemonstrationProject = {
  readonly at: PackPlace;
  readonly seq: number;
  readonly name: string;
  readonly code: string | undefined;
  readonly districts: readonly string[];
  readonly industry: string;
  readonly nature: string;
  readonly content: string;
  readonly periodStart: string;
  readonly periodEnd: string;
  readonly totalFen: Fen;
  readonly doneBeforeFen: Fen;
  readonly planYearFen: Fen;
  /** Twelve increments. */
  readonly monthPlanFen: readonly Fen[];
  readonly plannedStart: string | undefined;
  readonly fundSource: string | undefined;
  readonly leadDepts: readonly string[];
  readonly respUnit: string | undefined;
  readonly company: string | undefined;
  readonly uscc: string | undefined;
  readonly leader: string | undefined;
  readonly secretary: string | undefined;
  readonly secretaryPhone: string | undefined;
  readonly lists: readonly string[];
  readonly stage: string;
  readonly remark: string;
};

export function demonstrationProjectOf(
  row: CsvRow<typeof demonstrationProjectColumns>,
): DemonstrationProject {
  const { m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12 } = row;
  const { at, seq, name, code, districts, industry, nature, content, company } = row;
  const { leader, secretary, lists, stage, remark } = row;
  return {
    ...{ at, seq, name, code, districts, industry, nature, content, company },
    ...{ leader, secretary, lists, stage, remark },
    periodStart: row.period_start,
    periodEnd: row.period_end,
    totalFen: row.total,
    doneBeforeFen: row.done_before,
    planYearFen: row.plan_year,
    monthPlanFen: [m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12],
    plannedStart: row.planned_start,
    fundSource: row.fund_source,
    leadDepts: row.lead_departments,
    respUnit: row.responsible_unit,
    uscc: row.credit_code,
    secretaryPhone: row.secretary_phone,
  };
}
