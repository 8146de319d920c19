import type { SheetRead } from './sheet-tables.ts';
import type { Table } from './table.ts';

/** The tables of a sheet whose rows are read. */
export function projectTables({ tables, guessed }: SheetRead, kind: 'list' | 'report'): Table[] {
  return tables.filter(
    (table) => hasProjects(table) && isOfKind(table, kind) && !(guessed && isStrange(table)),
  );
}

/** Why a sheet with tables is left out, in Chinese. */
export function whyLeftOut({ tables, guessed }: SheetRead): string {
  if (tables.some((table) => isStrange(table) && (guessed || hasProjects(table)))) {
    return '的表头大多不认得，请指定各列的含义；目前未读入';
  }
  return tables.some(hasProjects) ? '没有投资或进展列，未读入' : '中没有项目名称列，按汇总表处理，未读入';
}

function hasProjects({ columns }: Table): boolean {
  return columns.some((c) => c.field === 'name' || c.field === 'code');
}

/** Hardly a column is known: nothing is taken from it until somebody explains it. */
function isStrange({ columns }: Table): boolean {
  return columns.filter((c) => c.field !== null).length < 3;
}

const telling = {
  list: /^(?:totalFen|planYearFen|doneBeforeFen|month\d+|content|plannedStart)$/,
  report: /^(?:monthFen|cumFen|progress|started|entered)$/,
};

/** A list of problems or formalities names projects too, yet is no list of projects and no report of them. */
function isOfKind({ columns }: Table, kind: 'list' | 'report'): boolean {
  // Another month's amounts are doubted later, not taken for nothing.
  return columns.some(
    (c) => telling[kind].test(c.field ?? '') || c.sumAs !== undefined || /\d月/.test(c.header),
  );
}
