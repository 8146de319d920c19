import { afterAll, describe, expect, test } from 'vitest';
import { readWorkbook } from '#sheets';
import { findingTexts } from '../../domain/finding-texts.ts';
import { numberRows } from '../../domain/number-rows.ts';
import { readList } from '../../domain/read-list.ts';
import { readReports } from '../../domain/read-reports.ts';
import { listBook } from './list-book.ts';
import { listPersonas } from './list-personas.ts';
import { packDictionary } from './pack-dictionary.ts';
import { readOf, sorted } from './read-result.ts';
import { reportBook } from './report-book.ts';
import { reportPersonas } from './report-personas.ts';
import { reportSetting } from './report-setting.ts';

/**
 * Workbooks of offices nobody has seen here, each with its own columns, words and habits, made by chance from what they
 * must be read as. A seed that failed once stays: every seed gives the same workbook for ever.
 */
const first = Number(process.env['FOREIGN_FROM'] ?? 1);
const seeds = Array.from({ length: Number(process.env['FOREIGN_COUNT'] ?? 2) }, (_, i) => first + i);

const planted = new Set<string>();
const remember = (findings: readonly string[]) => {
  for (const text of findings) planted.add(text.slice(text.lastIndexOf(' ') + 1));
};

describe.each(listPersonas)('the yearly list of $office ($city.name, $year)', (persona) => {
  test.each(seeds)('workbook %i', async (seed) => {
    const book = await listBook(persona, seed * 100 + listPersonas.indexOf(persona));
    remember(book.expected.findings);
    const workbook = await readWorkbook(book.bytes, { name: book.name });
    const dictionary = packDictionary(persona.city.pack, persona.city.name);
    const result = readList(workbook, dictionary, { year: persona.year });
    const rows = numberRows(result.rows, { prefix: persona.city.prefix, year: persona.year });
    expect(readOf(rows, result)).toEqual(sorted(book.expected));
  });
});

describe.each(reportPersonas)('the report of $office ($city.name, $year, month $month)', (persona) => {
  test.each(seeds)('workbook %i', async (seed) => {
    const book = await reportBook(persona, seed * 100 + reportPersonas.indexOf(persona));
    remember(book.expected.findings);
    const workbook = await readWorkbook(book.bytes, { name: book.name });
    const dictionary = packDictionary(persona.city.pack, persona.city.name);
    const result = readReports(workbook, dictionary, reportSetting(persona, book));
    expect(readOf(result.rows, result)).toEqual(sorted(book.expected));
  });
});

describe('over all workbooks', () => {
  afterAll(() => planted.clear());
  test('every kind of finding occurs', () => {
    // Only our own workbooks carry our numbers.
    const foreign = Object.keys(findingTexts).filter((code) => code !== 'number-name-conflict');
    const missing = foreign.filter((code) => !planted.has(code));
    expect(missing).toEqual([]);
  });
});
