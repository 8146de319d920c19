import { describe, expect, test } from 'vitest';
import { fillWorkbook, readWorkbook } from '#sheets';
import { planTemplate, type TemplateValues } from '../../domain/fill-template.ts';
import { readReports } from '../../domain/read-reports.ts';
import type { ReportRecord } from '../../domain/report-record.ts';
import { rowRef } from '../../domain/result.ts';
import { packDictionary } from './pack-dictionary.ts';
import { reportBook } from './report-book.ts';
import { reportPersonas } from './report-personas.ts';
import { reportSetting } from './report-setting.ts';

const seeds = Array.from({ length: Number(process.env['FOREIGN_COUNT'] ?? 2) }, (_, i) => i + 1);

/** Values unlike anything the workbook holds. */
const values = (year: number): TemplateValues => ({
  monthFen: 1_234_567n,
  cumFen: 98_765_432_100n,
  started: true,
  actualStart: `${year}-02-03`,
  entered: false,
  enteredOn: null,
  progress: '填入的进度',
  problem: '填入的问题',
  matter: null,
  matterLevel: null,
  reporter: '填入的人',
  reportedOn: `${year}-12-30`,
});

const asRecord = ({ monthFen, cumFen, ...rest }: TemplateValues): Partial<ReportRecord> =>
  ({ ...rest, monthFen: String(monthFen), cumFen: String(cumFen) }) as Partial<ReportRecord>;

describe.each(reportPersonas)('the template of $office ($city.name, month $month), filled in', (persona) => {
  test.each(seeds)('workbook %i says what was put in, and all else as before', async (seed) => {
    const book = await reportBook(persona, seed * 100 + reportPersonas.indexOf(persona));
    if (!book.name.endsWith('.xlsx')) {
      const other = fillWorkbook(book.bytes, [], { name: book.name });
      return expect(other).rejects.toMatchObject({ code: 'sheets.not_fillable' });
    }
    const dictionary = packDictionary(persona.city.pack, persona.city.name);
    const setting = reportSetting(persona, book);
    const read = async (bytes: Uint8Array) => {
      const workbook = await readWorkbook(bytes, { name: book.name });
      return { workbook, result: readReports(workbook, dictionary, setting) };
    };
    const { workbook, result } = await read(book.bytes);
    const put = values(persona.year);
    const plan = planTemplate(workbook, {
      ...{ dictionary, year: persona.year, month: persona.month, mapping: null },
      rows: result.rows,
      valuesOf: () => put,
    });
    expect(plan.filled.length).toBeGreaterThan(0);
    const filled = await fillWorkbook(book.bytes, plan.fills, { name: book.name });
    expect(filled.formulas).toEqual([]);
    const again = (await read(filled.bytes)).result;
    expect(again.rows.map(({ sheet, row, nameRead }) => [sheet, row, nameRead])).toEqual(
      result.rows.map(({ sheet, row, nameRead }) => [sheet, row, nameRead]),
    );
    const refs = new Set(plan.filled.map(({ sheet, row }) => rowRef(sheet, row)));
    for (const keptRow of plan.kept) refs.delete(keptRow);
    const fields = new Set(plan.columns.map(({ field }) => field));
    const expected = Object.fromEntries(Object.entries(asRecord(put)).filter(([field]) => fields.has(field)));
    // A row with an error in a column that is not filled in has it still.
    const wrong = (code: string) => code === 'district-unknown' || code === 'cell-error';
    for (const { sheet, row, record, findings } of again.rows)
      if (refs.has(rowRef(sheet, row)) && !findings.some(({ code }) => wrong(code)))
        expect({ sheet, row, record }).toMatchObject({ record: expected });
    // What a formula gives is calculated by whoever opens the workbook.
    const calculated = (sheet: string, row: number) =>
      [
        ...(workbook.sheets
          .find(({ name }) => name === sheet)
          ?.rows.get(row)
          ?.cells.values() ?? []),
      ].some(({ formula }) => formula !== undefined);
    const untouched = (rows: typeof result.rows) =>
      plan.unknown.flatMap(({ sheet, row }) =>
        calculated(sheet, row) ? [] : [rows.find((one) => one.sheet === sheet && one.row === row)?.record],
      );
    expect(untouched(again.rows)).toEqual(untouched(result.rows));
  });
});
