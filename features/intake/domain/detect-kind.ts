import type { Workbook } from '#sheets';
import type { Dictionary } from './dictionary.ts';
import { readTables } from './read-sheets.ts';

const telling = {
  list: [
    'content',
    'period',
    'periodStart',
    'fundSource',
    'company',
    'uscc',
    'secretary',
    'plannedStart',
    'lists',
    'planYearFen',
    'doneBeforeFen',
    'month6',
    'month12',
    'nature',
  ],
  report: [
    'monthFen',
    'cumFen',
    'progress',
    'started',
    'actualStart',
    'entered',
    'problem',
    'matter',
    'matterLevel',
    'reporter',
    'reportedOn',
  ],
} as const;

/** Whether a workbook is a yearly list or a monthly report, by the columns it has. undefined where it has no projects. */
export function detectKind(
  workbook: Workbook,
  dictionary: Dictionary,
  year: number,
): 'list' | 'report' | undefined {
  const found = { list: 0, report: 0 };
  for (const kind of ['list', 'report'] as const) {
    for (const { tables } of readTables(workbook, { kind, year, dictionary })) {
      const fields = new Set(tables.flatMap((table) => table.columns.map((c) => c.field)));
      found[kind] += telling[kind].filter((field) => fields.has(field)).length;
    }
  }
  if (found.list === 0 && found.report === 0) return undefined;
  return found.list >= found.report ? 'list' : 'report';
}
