import { describe, expect, test } from 'vitest';
import {
  facesHere,
  firstRuleMm,
  letterLayout,
  type OfficialDocument,
  renderDocx,
  renderPdf,
} from '../index.ts';
import { type Glyph, linesOf, readPdf } from '../testing.ts';
import { aDocument, textOfLines } from './support/a-document.ts';
import { partsOf } from './support/parts-of.ts';

const mm = (pt: number) => (pt / 72) * 25.4;
const hasFont = facesHere() !== undefined;
const without = hasFont ? '' : ' (skipped: this machine has no Chinese font, e.g. fonts-noto-cjk)';
const number = '某发改函〔2023〕12号';

function aLetter(given: Partial<OfficialDocument> = {}): OfficialDocument {
  const signature = { issuer: '某市发展改革委', date: '2023年9月12日' };
  return aDocument({ letter: { number }, to: '某县', signature, copies: '市政府办公室', ...given });
}

const textOf = (glyphs: readonly Glyph[]) => glyphs.map(({ text }) => text).join('');
/** The upper edge of a line's characters. */
const topOf = ([first]: readonly Glyph[]) => mm(first!.y - 0.88 * first!.pt);

describe.skipIf(!hasFont)(`a letter by GB/T 9704-2012, measured in the PDF${without}`, () => {
  const pages = hasFont ? readPdf(renderPdf(aLetter()).bytes) : [];
  const lines = hasFont ? linesOf(pages[0]!.glyphs) : [];

  test('leaves the head of the paper free: name from 30 mm, first double line at 47 mm', () => {
    expect(firstRuleMm).toBe(30 + letterLayout.nameMm + 4);
    expect(pages[0]!.glyphs.every(({ y }) => mm(y) > firstRuleMm)).toBe(true);
  });

  test('bears its number at the right edge, 7/8 of a 3号 character below the first double line', () => {
    expect(textOf(lines[0]!)).toBe(number);
    expect(topOf(lines[0]!)).toBeCloseTo(firstRuleMm + mm(14), 1);
    const last = lines[0]!.at(-1)!;
    expect(mm(last.x + last.pt)).toBeGreaterThan(183.5);
    expect(mm(last.x + last.pt)).toBeLessThan(184.5);
    expect(lines[0]!.every(({ pt }) => pt === 16)).toBe(true);
  });

  test('has its title in 2号, two empty lines below the number', () => {
    const title = lines[1]!;
    expect(textOf(title)).toBe('关于推进情况的通报');
    expect(title.every(({ pt }) => pt === 22)).toBe(true);
    const line = 225 / 22;
    const gap = topOf(title) - (topOf(lines[0]!) + mm(16));
    expect(gap).toBeGreaterThan(2 * line - 1);
    expect(gap).toBeLessThan(2 * line + 6);
  });

  test('has its text in 3号 within 156 mm, a full page in 22 lines of 28 characters', () => {
    const full = linesOf(pages[1]!.glyphs.filter(({ pt, y }) => pt === 16 && mm(y) > 37 && mm(y) < 262));
    expect(full).toHaveLength(22);
    for (const line of full) {
      expect(line).toHaveLength(28);
      expect(mm(line[0]!.x)).toBeCloseTo(28, 1);
    }
  });

  test('bears no number on its first page, and — 2 — on the second', () => {
    const foot = (at: number) => textOf(pages[at]!.glyphs.filter(({ y }) => mm(y) > 262));
    expect(foot(0)).toBe('');
    expect(foot(1)).toBe('— 2 —');
  });

  test('ends with 抄送 alone: no 印发, nothing on the last double line 20 mm above the edge', () => {
    const last = pages.at(-1)!.glyphs;
    expect(textOf(last)).toContain('抄送：市政府办公室。');
    expect(textOf(last)).not.toContain('印发');
    const rule = 297 - letterLayout.lastRuleAboveEdgeMm;
    const body = pages[0]!.glyphs;
    expect(body.every(({ y }) => mm(y) < rule)).toBe(true);
  });

  test('still under review bears 送审稿 on every page, and no number stands in its place', () => {
    const drafted = readPdf(renderPdf(aLetter({ mark: '送审稿', letter: {} })).bytes);
    expect(drafted.length).toBeGreaterThan(2);
    for (const { glyphs } of drafted) expect(textOf(glyphs.filter(({ y }) => mm(y) < 37))).toBe('送审稿');
    expect(textOf(drafted[0]!.glyphs)).not.toContain('〔');
    const titles = [drafted, pages].map(([page]) => linesOf(page!.glyphs).find(([one]) => one?.pt === 22));
    expect(topOf(titles[0]!)).toBeCloseTo(topOf(titles[1]!), 1);
  });

  test('a short one is one page without any page number', () => {
    const short = readPdf(renderPdf(aLetter({ body: [{ kind: 'paragraph', text: textOfLines(3) }] })).bytes);
    expect(short).toHaveLength(1);
    expect(textOf(short[0]!.glyphs)).not.toContain('—');
  });
});

describe('a letter as DOCX', () => {
  test('has another first page, its number at the right and no rules', async () => {
    const xml = (await partsOf(await renderDocx(aLetter()))).get('word/document.xml')!;
    expect(xml).toContain('<w:titlePg/>');
    expect(xml).toContain(number);
    expect(xml).toContain('抄送：市政府办公室。');
    expect(xml).not.toContain('w:pBdr');
    expect(xml).not.toContain('印发');
  });
});
