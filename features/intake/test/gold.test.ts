import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Month } from '#kernel/month';
import type { PlainDate } from '#kernel/plain-date';
import { readWorkbook } from '#sheets';
import type { Finding } from '../domain/finding.ts';
import type { ListRecord } from '../domain/list-record.ts';
import type { KnownProject } from '../domain/match-project.ts';
import { numberRows } from '../domain/number-rows.ts';
import { readList } from '../domain/read-list.ts';
import { readReports } from '../domain/read-reports.ts';
import type { ReportRecord } from '../domain/report-record.ts';
import type { EarlierReport } from '../domain/report-rules.ts';
import type { ReadResult, RowResult, SheetResult } from '../domain/result.ts';
import { packDictionary } from './pack-dictionary.ts';
import { root } from './read-vocabulary.ts';

const folder = join(root, '../shared/data/workbooks');
const there = existsSync(join(folder, 'gold'));

type GoldFinding = { row: number; cell: string; column: string; kind: string; code: string };
type GoldRow = {
  sheet: string;
  row: number;
  status: string;
  key: string | null;
  record: unknown;
  duplicateOf?: string;
  nameRead?: string | null;
  findings: GoldFinding[];
};
type GoldSkip = {
  sheet: string;
  row: number;
  why: string;
  statedFen?: Record<string, string>;
  asserted?: boolean;
  findings?: GoldFinding[];
};
type GoldSheet = {
  name: string;
  ignored?: boolean;
  headerRows?: number[];
  columns?: { col: string; header: string; field: string | null; unit?: string; hidden?: boolean }[];
  district?: unknown;
  cumulative?: boolean;
};
type Gold = {
  workbook: string;
  kind: string;
  year: number;
  month?: Month;
  receivedOn?: PlainDate;
  sheets: GoldSheet[];
  rows: GoldRow[];
  skip: GoldSkip[];
};

const files = there
  ? readdirSync(join(folder, 'gold'))
      .filter((f) => f !== 'lights.json')
      .sort()
  : [];
const golds = files.map((f) => JSON.parse(readFileSync(join(folder, 'gold', f), 'utf8')) as Gold);

type Read = {
  gold: Gold;
  result: ReadResult<ListRecord | ReportRecord>;
  rows: readonly RowResult<ListRecord | ReportRecord>[];
};
const reads = new Map<string, Read>();

/** The list first, then the reports month by month, each with the accepted rows of the months before. */
beforeAll(async () => {
  if (!there) return;
  const dictionary = packDictionary('dalian');
  let projects: KnownProject[] = [];
  const earlier = new Map<string, EarlierReport[]>();
  for (const gold of golds) {
    const path = join(folder, gold.workbook);
    const workbook = await readWorkbook(readFileSync(path), { name: gold.workbook });
    if (gold.kind === 'list') {
      const result = readList(workbook, dictionary, { year: gold.year });
      const rows = numberRows(result.rows, { prefix: 'DL', year: gold.year });
      projects = rows.flatMap((row) => (row.record && row.key ? [projectOf(row.key, row.record)] : []));
      reads.set(gold.workbook, { gold, result, rows });
      continue;
    }
    const month = gold.month as Month;
    const result = readReports(workbook, dictionary, {
      month,
      receivedOn: gold.receivedOn as PlainDate,
      projects,
      earlier,
      acceptSimilar: true,
    });
    reads.set(gold.workbook, { gold, result, rows: result.rows });
    for (const row of result.rows)
      if (row.record?.projectKey) remember(earlier, row.record.projectKey, row.record);
  }
});

describe.skipIf(!there)('the six workbooks against their gold (needs ../shared/data/workbooks)', () => {
  describe.each(golds.map((g) => [g.workbook] as const))('%s', (workbook) => {
    const read = () => reads.get(workbook) as Read;
    test('records', () => {
      expect(read().rows.map(recordOf)).toEqual(read().gold.rows.map(recordOf));
    });
    test('findings', () => {
      expect(findingsOf(read().rows, read().result.skip)).toEqual(
        findingsOf(read().gold.rows, read().gold.skip),
      );
    });
    test('skipped rows', () => {
      expect(read().result.skip.map(skipOf).sort(bySheetRow)).toEqual(
        read().gold.skip.map(skipOf).sort(bySheetRow),
      );
    });
    test('sheets and columns', () => {
      expect(read().result.sheets.map((sheet) => sheetOf(sheet))).toEqual(read().gold.sheets.map(sheetOf));
    });
  });
});

function recordOf(
  row:
    | Pick<GoldRow, 'sheet' | 'row' | 'status' | 'key' | 'record' | 'duplicateOf' | 'nameRead'>
    | RowResult<unknown>,
) {
  const { sheet, row: number, status, key, record, duplicateOf } = row;
  return {
    sheet,
    row: number,
    status,
    key: key ?? null,
    record,
    duplicateOf,
    ...(record ? {} : { nameRead: row.nameRead }),
  };
}

function findingsOf(
  rows: readonly { sheet: string; findings: readonly (GoldFinding | Finding)[] }[],
  skip: readonly { sheet: string; findings?: readonly (GoldFinding | Finding)[] }[],
): string[] {
  return [...rows, ...skip]
    .flatMap(({ sheet, findings }) =>
      (findings ?? []).map((f) => `${sheet} ${f.row} ${f.cell} “${f.column}” ${f.kind} ${f.code}`),
    )
    .sort();
}

function skipOf({
  sheet,
  row,
  why,
  statedFen,
  asserted,
}: {
  sheet: string;
  row: number;
  why: string;
  statedFen?: unknown;
  asserted?: unknown;
}) {
  return { sheet, row, why, statedFen, asserted };
}

function bySheetRow(a: { sheet: string; row: number }, b: { sheet: string; row: number }): number {
  return a.sheet < b.sheet ? -1 : a.sheet > b.sheet ? 1 : a.row - b.row;
}

function sheetOf({ name, ignored, headerRows, columns, district, cumulative }: GoldSheet | SheetResult) {
  const cells = columns?.map(({ col, header, field, unit, hidden }) => ({
    col,
    header,
    field: goldField(header, field),
    unit,
    hidden: hidden === true,
  }));
  return { name, ignored, headerRows, columns: cells, district, cumulative };
}

/** The gold names a column of person and telephone by both fields, a report's one place in the singular. */
function goldField(header: string, field: string | null): string | null {
  if (field === 'district' || field === 'districts') return 'places';
  return field === 'secretary+secretaryPhone' && header.includes('电话') ? 'secretary' : field;
}

function projectOf(key: string, record: ListRecord | ReportRecord): KnownProject {
  const { name, code, districts, stage, totalFen, doneBeforeFen } = record as ListRecord;
  const fen = (text: string | null) => (text === null ? null : BigInt(text));
  return {
    key,
    name,
    code,
    district: districts[0]?.name ?? null,
    category: stage,
    totalFen: fen(totalFen),
    doneBeforeFen: fen(doneBeforeFen),
  };
}

function remember(earlier: Map<string, EarlierReport[]>, key: string, record: ReportRecord): void {
  const others = (earlier.get(key) ?? []).filter((e) => e.month !== record.month);
  earlier.set(key, [
    ...others,
    { month: record.month, cumFen: record.cumFen === null ? null : BigInt(record.cumFen) },
  ]);
}
