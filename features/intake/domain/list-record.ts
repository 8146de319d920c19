import { readCreditCode } from './credit-code.ts';
import type { Place } from './dictionary.ts';
import { hasError } from './finding.ts';
import { listPeriod } from './list-period.ts';
import { monthPlanOf } from './month-plan.ts';
import { readPerson } from './read-person.ts';
import { listNamed, readLists, readYesNo } from './read-words.ts';
import { amountOf, dateOfField, plainText, type RowCells } from './row-cells.ts';
import { codeOf, departmentsOf, nameOf, placesOf, reportRowLook } from './row-words.ts';
import { stageOf } from './stage-of.ts';

/** A project as a yearly list states it. Amounts are whole fen in decimal text; null is an empty mark. */
export type ListRecord = {
  readonly seq: string | null;
  readonly name: string;
  readonly code: string | null;
  readonly districts: readonly Place[];
  readonly industry: string | null;
  readonly nature: string | null;
  readonly content: string | null;
  readonly periodStart: string | null;
  readonly periodEnd: string | null;
  readonly totalFen: string | null;
  readonly doneBeforeFen: string | null;
  readonly planYearFen: string | null;
  /** Increments of the twelve months; null for a blank month, or as a whole where none is given. */
  readonly monthPlanFen: readonly (string | null)[] | null;
  readonly cumPlanFen: readonly string[] | null;
  readonly plannedStart: string | null;
  readonly fundSource: string | null;
  readonly leadDepts: readonly string[];
  readonly respUnit: string | null;
  readonly company: string | null;
  readonly uscc: string | null;
  readonly leader: string | null;
  readonly secretary: string | null;
  readonly secretaryPhone: string | null;
  readonly lists: readonly string[];
  readonly remark: string | null;
  readonly stage: string | null;
};

export type RecordRead<R> = { readonly record: R | null; readonly nameRead: string | null };

/** Reads one row of a list; its reading findings are left with the cells. No record where one of them is an error. */
export function readListRecord(cells: RowCells, year: number): RecordRead<ListRecord> {
  const name = nameOf(cells);
  if (name === null) cells.report('name-missing', 'name');
  const districts = placesOf(cells);
  const leadDepts = departmentsOf(cells);
  const code = codeOf(cells);
  const period = listPeriod(cells, year);
  const plannedStart = dateOfField(cells, 'plannedStart', year);
  const stage = stageOf(cells);
  const totalFen = amountOf(cells, 'totalFen');
  const doneBeforeFen = amountOf(cells, 'doneBeforeFen');
  const planYearFen = amountOf(cells, 'planYearFen');
  reportAmounts(cells, { totalFen, planYearFen, stage });
  const months = monthPlanOf(cells);
  const uscc = creditCodeOf(cells);
  reportRowLook(cells);
  if (name === null || hasError(cells.findings)) return { record: null, nameRead: name };
  const record: ListRecord = {
    seq: cells.text('seq'),
    name,
    code,
    districts,
    industry: cells.text('industry'),
    nature: cells.text('nature'),
    content: cells.text('content'),
    periodStart: period.start,
    periodEnd: period.end,
    totalFen: fenText(totalFen),
    doneBeforeFen: fenText(doneBeforeFen),
    planYearFen: fenText(planYearFen),
    ...months,
    plannedStart,
    fundSource: cells.text('fundSource'),
    leadDepts,
    respUnit: cells.text('respUnit'),
    company: cells.text('company'),
    uscc,
    leader: cells.text('leader'),
    ...secretaryOf(cells),
    lists: listsOf(cells),
    remark: cells.text('remark'),
    stage,
  };
  return { record, nameRead: name };
}

function fenText(fen: bigint | null): string | null {
  return fen === null ? null : String(fen);
}

type Amounts = { totalFen: bigint | null; planYearFen: bigint | null; stage: string | null };

function reportAmounts(cells: RowCells, { totalFen, planYearFen, stage }: Amounts): void {
  const isEmpty = (field: string) =>
    cells.column(field) !== undefined &&
    plainText(cells.cell(field), cells.dictionary) === null &&
    !hasErrorAt(cells, field);
  if (totalFen !== null && totalFen < 0n) cells.report('amount-negative', 'totalFen');
  if (planYearFen !== null && planYearFen < 0n) cells.report('amount-negative', 'planYearFen');
  if (isEmpty('totalFen')) cells.report('amount-missing', 'totalFen');
  if (isEmpty('planYearFen') && (stage === '在建' || stage === '新开工'))
    cells.report('amount-missing', 'planYearFen');
}

function hasErrorAt(cells: RowCells, field: string): boolean {
  return cells.findings.some((f) => f.code === 'cell-error' && f.column === cells.column(field)?.header);
}

function creditCodeOf(cells: RowCells): string | null {
  const read = readCreditCode(cells.cell('uscc'), (text) => cells.dictionary.emptyMarks.has(text));
  if (read.problem && read.problem !== 'cell-error') cells.report(read.problem, 'uscc');
  return read.uscc;
}

/** Person and telephone, in two columns or in one cell. */
function secretaryOf(cells: RowCells): { secretary: string | null; secretaryPhone: string | null } {
  const [secretary, phone] = [cells.text('secretary'), cells.text('secretaryPhone')];
  if (cells.column('secretaryPhone') && phone !== null) {
    return {
      secretary: secretary === null ? null : readPerson(secretary).name,
      secretaryPhone: readPerson(phone).phone ?? phone,
    };
  }
  if (secretary === null) return { secretary: null, secretaryPhone: null };
  const read = readPerson(secretary);
  return { secretary: read.name, secretaryPhone: read.phone };
}

/** The lists named in one cell, or ticked in columns of their own. */
function listsOf(cells: RowCells): readonly string[] {
  const { dictionary, table } = cells;
  const written = cells.text('lists');
  const named = written === null ? [] : readLists(written, dictionary);
  for (const column of table.columns) {
    if (column.field !== null && column.field !== 'lists') continue;
    const list = listNamed(column.header.split('/').at(-1) ?? '', dictionary);
    const ticked = plainText(cells.cellOf(column), dictionary);
    if (
      list !== undefined &&
      ticked !== null &&
      readYesNo(ticked, dictionary) === true &&
      !named.includes(list)
    )
      named.push(list);
  }
  return named;
}
