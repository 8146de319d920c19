import { describe, expect, test } from 'vitest';
import { facesHere, renderPdf } from '../index.ts';
import { type Glyph, linesOf, readPdf } from '../testing.ts';
import { aDocument, textOfLines } from './support/a-document.ts';

const mm = (pt: number) => (pt / 72) * 25.4;
const hasFont = facesHere() !== undefined;
const without = hasFont ? '' : ' (skipped: this machine has no Chinese font, e.g. fonts-noto-cjk)';

/** Body characters of a page: 3号, within the text area. */
function bodyLines(glyphs: readonly Glyph[]): Glyph[][] {
  return linesOf(glyphs.filter(({ pt, y }) => pt === 16 && mm(y) > 37 && mm(y) < 262));
}

describe.skipIf(!hasFont)(`GB/T 9704-2012, measured in the PDF${without}`, () => {
  const pages = hasFont ? readPdf(renderPdf(aDocument()).bytes) : [];
  const full = pages[1];

  test('every page is A4', () => {
    expect(pages.length).toBeGreaterThan(3);
    for (const { width, height } of pages) {
      expect(mm(width)).toBeCloseTo(210, 1);
      expect(mm(height)).toBeCloseTo(297, 1);
    }
  });

  test('a full page has 22 lines of 28 characters', () => {
    const lines = bodyLines(full!.glyphs);
    expect(lines.length).toBe(22);
    for (const line of lines) expect(line.map(({ text }) => text).join('')).toHaveLength(28);
  });

  test('the text begins 28 mm from the left, ends 26 mm from the right and is 156 mm wide', () => {
    for (const line of bodyLines(full!.glyphs)) {
      expect(mm(line[0]!.x)).toBeCloseTo(28, 1);
      expect(mm(line.at(-1)!.x + 16)).toBeGreaterThan(183.8);
      expect(mm(line.at(-1)!.x + 16)).toBeLessThan(184.2);
    }
  });

  test('the first line stands 37 mm below the edge, and 22 lines fill 225 mm', () => {
    const baselines = bodyLines(full!.glyphs).map(([first]) => first!.y);
    // The upper edge of a character of 16 pt lies 0.88 of it above its baseline.
    expect(mm(baselines[0]! - 0.88 * 16)).toBeCloseTo(37, 1);
    for (const [at, y] of baselines.entries())
      if (at > 0) expect(mm(y - baselines[at - 1]!)).toBeCloseTo(225 / 22, 2);
    expect(mm(baselines.at(-1)! + 0.12 * 16)).toBeLessThan(262);
  });

  test('a paragraph begins two characters in', () => {
    const first = bodyLines(pages[0]!.glyphs).find((line) => line[0]!.text === '各');
    expect(mm(first![0]!.x)).toBeCloseTo(28 + (2 * 156) / 28, 1);
    expect(first).toHaveLength(26);
  });

  test('the page number — n — stands at the outer foot, 7 mm below the text', () => {
    for (const [at, page] of pages.entries()) {
      const foot = page.glyphs.filter(({ y }) => mm(y) > 262);
      expect(foot.map(({ text }) => text).join('')).toBe(`— ${at + 1} —`);
      expect(foot.every(({ pt }) => pt === 14)).toBe(true);
      expect(mm(foot[0]!.y - 0.88 * 14)).toBeCloseTo(262 + 7, 1);
      const outer = at % 2 === 0 ? 184 - mm(14) : 28 + mm(14);
      const edge = at % 2 === 0 ? foot.at(-1)!.x + 14 : foot[0]!.x;
      expect(Math.abs(mm(edge) - outer)).toBeLessThan(2);
    }
  });

  test('the mark stands on every page until it is taken off', () => {
    const marked = readPdf(renderPdf(aDocument({ mark: '送审稿' })).bytes);
    const heads = marked.map(({ glyphs }) =>
      glyphs
        .filter(({ y }) => mm(y) < 37)
        .map(({ text }) => text)
        .join(''),
    );
    expect(heads).toEqual(marked.map(() => '送审稿'));
    expect(pages.flatMap(({ glyphs }) => glyphs).some(({ y }) => mm(y) < 37)).toBe(false);
  });

  test('title 2号, headings each in their face, numbered as documents are', () => {
    const document = aDocument({
      body: [
        { kind: 'heading', level: 1, text: '总体情况' },
        { kind: 'heading', level: 2, text: '投资完成' },
        { kind: 'paragraph', text: textOfLines(1) },
      ],
    });
    const lines = linesOf(readPdf(renderPdf(document).bytes)[0]!.glyphs);
    const said = lines.map((line) => line[0]!);
    const { hei, kai, title } = facesHere()!.families;
    const spelled = (family: string) => family.replaceAll(' ', '').slice(0, 9);
    expect(lines[0]!.every(({ pt }) => pt === 22)).toBe(true);
    expect(said[0]!.font).toContain(spelled(title));
    expect(lines[1]!.map(({ text }) => text).join('')).toBe('一、总体情况');
    expect(lines[1]![0]!.font).toContain(spelled(hei));
    expect(lines[2]!.map(({ text }) => text).join('')).toBe('（一）投资完成');
    expect(lines[2]![0]!.font).toContain(spelled(kai));
  });

  test('the same document gives the same bytes', () => {
    expect(Buffer.compare(renderPdf(aDocument()).bytes, renderPdf(aDocument()).bytes)).toBe(0);
  });

  test('typed marks of markup stay what was typed', () => {
    const text = '#let x = 1；*甲*_乙_ $丙$ [丁] \\戊 "己"';
    const [page] = readPdf(renderPdf(aDocument({ body: [{ kind: 'paragraph', text }] })).bytes);
    const read = bodyLines(page!.glyphs).flat();
    expect(read.map(({ text: one }) => one).join('')).toBe(text);
  });
});
