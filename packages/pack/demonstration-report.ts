import { type Fen, parseMoney } from '#kernel/money';
import { isMonth, type Month } from '#kernel/month';
import type { PlainDate } from '#kernel/plain-date';
import {
  oneOfColumn,
  optionalDayColumn,
  optionalTextColumn,
  parsedColumn,
  textColumn,
} from './csv-column.ts';
import type { PackPlace } from './pack-problem.ts';
import type { CsvRow } from './read-csv.ts';

/** Amounts in the files are 万元. */
const fenColumn = parsedColumn<Fen>((raw) => parseMoney(raw, '万元'), '12000.5');
const optionalFenColumn = parsedColumn<Fen | null>(
  (raw) => (raw === '' ? null : parseMoney(raw, '万元')),
  '12000.5',
);
const yesNoColumn = oneOfColumn(['是', '否', '']);
const monthColumn = parsedColumn<Month>((raw) => (isMonth(raw) ? raw : undefined), '2023-05');

export const demonstrationReportColumns = {
  month: monthColumn,
  name: textColumn,
  month_amount: fenColumn,
  cum_amount: optionalFenColumn,
  progress: optionalTextColumn,
  started: yesNoColumn,
  actual_start: optionalDayColumn,
  entered: yesNoColumn,
  entered_on: optionalDayColumn,
  problem: optionalTextColumn,
  matter: optionalTextColumn,
  matter_level: optionalTextColumn,
  reporter: optionalTextColumn,
  reported_on: optionalDayColumn,
};

/** An invented monthly report; the project is known by its name. */
export type DemonstrationReport = {
  readonly at: PackPlace;
  readonly month: Month;
  readonly name: string;
  readonly monthFen: Fen;
  readonly cumFen: Fen | null;
  readonly progress: string | undefined;
  readonly started: boolean | null;
  readonly actualStart: PlainDate | undefined;
  readonly entered: boolean | null;
  readonly enteredOn: PlainDate | undefined;
  readonly problem: string | undefined;
  readonly matter: string | undefined;
  readonly matterLevel: string | undefined;
  readonly reporter: string | undefined;
  readonly reportedOn: PlainDate | undefined;
};

export function demonstrationReportOf(row: CsvRow<typeof demonstrationReportColumns>): DemonstrationReport {
  const yesNo = (text: string) => (text === '' ? null : text === '是');
  return {
    at: row.at,
    month: row.month,
    name: row.name,
    progress: row.progress,
    problem: row.problem,
    matter: row.matter,
    reporter: row.reporter,
    monthFen: row.month_amount,
    cumFen: row.cum_amount,
    started: yesNo(row.started),
    actualStart: row.actual_start,
    entered: yesNo(row.entered),
    enteredOn: row.entered_on,
    matterLevel: row.matter_level,
    reportedOn: row.reported_on,
  };
}
