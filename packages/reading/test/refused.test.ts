import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Refusal, refusalText } from '#kernel/refusal';
import { readDocument } from '#reading';
import { paragraph, pdfOf, wordBody, zipOf } from './hand-made.ts';

const MB = 1024 * 1024;
const entity = '<!DOCTYPE w:document [<!ENTITY x SYSTEM "file:///etc/passwd">]>';
const laughs = `<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa">${Array.from({ length: 9 }, (_, at) => `<!ENTITY a${at} "${`&a${at === 0 ? '' : at - 1};`.repeat(10)}">`).join('')}]>`;

type Made = Promise<Buffer> | Buffer;
type Case = readonly [name: string, code: string, bytes: () => Made, limits?: object];

async function refused(
  source: Parameters<typeof readDocument>[0],
  name: string,
  limits = {},
): Promise<Refusal> {
  try {
    await readDocument(source, name, limits);
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error(`${name} was read`);
}

describe('what is no document, or too much of one', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'reading-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const cases: readonly Case[] = [
    ['an empty file', 'reading.empty_file', () => Buffer.alloc(0)],
    ['blanks', 'reading.no_text', () => Buffer.from('  \n \n')],
    ['a picture', 'reading.not_a_document', () => Buffer.from('\x89PNG\r\n\x1a\n0000', 'latin1')],
    ['an old Word file', 'reading.old_word', () => Buffer.from('d0cf11e0a1b11ae10000', 'hex')],
    ['a workbook', 'reading.not_a_document', () => zipOf({ 'xl/workbook.xml': '<a/>' })],
    [
      'half a zip',
      'reading.damaged',
      async () => (await zipOf({ 'word/document.xml': wordBody('') })).subarray(0, 60),
    ],
    ['broken XML', 'reading.damaged', () => zipOf({ 'word/document.xml': wordBody('<w:p>') })],
    [
      'an external entity',
      'reading.external_entities',
      () => zipOf({ 'word/document.xml': wordBody(paragraph('&amp;x;'), entity) }),
    ],
    [
      'entities of entities',
      'reading.external_entities',
      () => zipOf({ 'word/document.xml': wordBody(paragraph('a'), laughs) }),
    ],
    [
      'an unknown entity',
      'reading.external_entities',
      () => zipOf({ 'word/document.xml': wordBody(paragraph('&x;')) }),
    ],
    [
      'a zip bomb',
      'reading.suspicious_ratio',
      () => zipOf({ 'word/document.xml': Buffer.alloc(30 * MB, 0x20) }),
    ],
    [
      'a part too large',
      'reading.unpacks_too_large',
      () => zipOf({ 'word/document.xml': Buffer.alloc(3 * MB, 0x20) }),
      { partBytes: MB },
    ],
    [
      'too many characters',
      'reading.too_many',
      () => zipOf({ 'word/document.xml': wordBody(paragraph('甲'.repeat(900)).repeat(9)) }),
      { characters: 5_000 },
    ],
    [
      'nesting without end',
      'reading.damaged',
      () => zipOf({ 'word/document.xml': wordBody('<w:p>'.repeat(5_000)) }),
    ],
    [
      'a page nested a hundred thousand deep',
      'reading.damaged',
      () => Buffer.from(`<html><body>${'<div>'.repeat(100_000)}甲</body></html>`),
    ],
    ['a PDF without a text layer', 'reading.scanned_pdf', () => pdfOf(Buffer.from('0.9 g 0 0 595 842 re f'))],
    ['half a PDF', 'reading.damaged', () => Buffer.from('%PDF-1.7\n1 0 obj\n<<')],
    [
      'a PDF of more text than any document',
      'reading.too_many',
      () => pdfOf(manyWords(40_000)),
      { characters: 20_000 },
    ],
    [
      'a PDF that unpacks without end',
      'reading.too_heavy',
      () => pdfOf(manyWords(4_000_000)),
      { pdfMegabytes: 90, pdfMilliseconds: 60_000 },
    ],
    [
      'a PDF that takes too long',
      'reading.too_heavy',
      () => pdfOf(manyWords(400_000)),
      { pdfMilliseconds: 1 },
    ],
  ];

  test.each(cases.map((one) => [one[0], one] as const))('%s', async (_name, [, code, bytes, limits]) => {
    const refusal = await refused(await bytes(), '来文', limits);
    expect(refusal.code).toBe(code);
    expect(refusalText(refusal)).toMatch(/^「来文」.*。/);
    expect(refusalText(refusal)).not.toContain('{');
  });

  test('200 MB are refused before they are read', async () => {
    const path = join(folder, 'large.txt');
    writeFileSync(path, '');
    truncateSync(path, 200 * MB);
    const before = process.memoryUsage().arrayBuffers;
    const refusal = await refused({ path }, 'large.txt');
    expect(refusal.code).toBe('reading.file_too_large');
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(50 * MB);
  });

  test('a missing file is told', async () => {
    expect((await refused({ path: join(folder, 'none.txt') }, 'none.txt')).code).toBe('reading.no_file');
  });
});

function manyWords(count: number): Buffer {
  const start = Buffer.from('BT /F1 12 Tf 10 800 Td\n');
  const word = '1 0 0 1 9 400 Tm (more words) Tj\n';
  const words = Buffer.alloc(count * word.length, word);
  return Buffer.concat([start, words, Buffer.from('ET')]);
}
