import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { read, utils } from '@e965/xlsx';
import exceljs from 'exceljs';
import { describe, expect, test } from 'vitest';
import { cellRef, readRows, readWorkbook, type Sheet } from '../index.ts';
import { all } from './hand-made.ts';

const folder = join(import.meta.dirname, '..', '..', '..', '..', 'shared', 'data', 'workbooks');
const files = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith('.xlsx')) : [];

function cellsOf(sheet: Sheet | undefined) {
  return [...(sheet?.rows.values() ?? [])].flatMap((row) => [...row.cells.values()]);
}

function holdsValue({ value, result }: exceljs.Cell): boolean {
  if (value === null || value === '') return false;
  return typeof value !== 'object' || !('formula' in value) || (result !== undefined && result !== '');
}

describe.skipIf(files.length === 0)('the sample workbooks (../shared/data/workbooks), read twice', () => {
  test.each(files)('%s: as a second library reads it', async (file) => {
    const path = join(folder, file);
    const ours = await readWorkbook({ path }, { name: file });
    const theirs = new exceljs.Workbook();
    await theirs.xlsx.readFile(path);
    expect(ours.sheets.map((sheet) => sheet.name)).toEqual(theirs.worksheets.map((sheet) => sheet.name));
    for (const [index, sheet] of theirs.worksheets.entries()) {
      const found: string[] = [];
      sheet.eachRow({ includeEmpty: false }, (row) =>
        row.eachCell({ includeEmpty: false }, (cell) => {
          if (cell.master === cell && holdsValue(cell)) found.push(cell.address);
        }),
      );
      const valued = cellsOf(ours.sheets[index]).filter((cell) => cell.text !== '');
      expect(valued.map((cell) => cell.ref)).toEqual(found);
      expect(ours.sheets[index]?.lastRow).toBe(sheet.rowCount);
      expect(ours.sheets[index]?.merges.length).toBe(Object.keys(sheet.model.merges).length);
    }
  });

  test.each(files)('%s: values as a third library reads them', async (file) => {
    const path = join(folder, file);
    const ours = await readWorkbook({ path }, { name: file });
    const { readFileSync } = await import('node:fs');
    const theirs = read(readFileSync(path), { type: 'buffer', cellText: true, cellNF: true });
    for (const sheet of ours.sheets) {
      const cells = cellsOf(sheet);
      for (const cell of cells) {
        const other = theirs.Sheets[sheet.name]?.[cellRef(cell.row, cell.column)];
        if (cell.kind === 'date') {
          const day = utils.format_cell({ t: 'n', v: cell.number ?? 0, z: 'yyyy-mm-dd' });
          expect(cell.day, cell.ref).toBe(day);
        } else if (cell.kind === 'number') expect(cell.number, cell.ref).toBe(other?.v);
        else if (cell.kind === 'error') expect(cell.error, cell.ref).toBe(other?.w);
        else if (cell.kind === 'text')
          expect(cell.text, cell.ref).toBe(String(other?.v).replace(/\r\n?/g, '\n'));
      }
    }
  });

  test.each(files)('%s: streamed, the same rows', async (file) => {
    const path = join(folder, file);
    const [first] = (await readWorkbook({ path }, { name: file })).sheets;
    const rows = await all(readRows({ path }, { name: file }));
    expect(rows).toEqual([...(first?.rows.values() ?? [])]);
  });
});

test.skipIf(files.length > 0)('skipped without ../shared/data/workbooks: the sample workbooks', () => {
  expect(files).toEqual([]);
});
