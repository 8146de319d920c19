import { describe, expect, test } from 'vitest';
import { type CardPart, facesHere, type OnePageCard, renderCard } from '../index.ts';
import { linesOf, readPdf } from '../testing.ts';

const mm = (pt: number) => (pt / 72) * 25.4;
const hasFont = facesHere() !== undefined;
const without = hasFont ? '' : ' (skipped: this machine has no Chinese font, e.g. fonts-noto-cjk)';

/** Every part there is, each filled with the same text. */
function aCard(text: string, shares: readonly (number | null)[] = [0.1, 0.5, 1]): OnePageCard {
  const parts: CardPart[] = [
    { kind: 'statement', lead: '亮灯缘由　', text, lines: 3 },
    { kind: 'statement', lead: '', text, lines: 1 },
    { kind: 'statement', lead: '', text, lines: 1 },
    {
      kind: 'facts',
      facts: [
        ...['总投资', '年度计划', '本年完成', '完成率', '建设地点', '牵头单位'].map((label) => ({
          label,
          value: text,
        })),
        { label: '项目单位', value: text, wide: true },
        { label: '建设内容', value: text, wide: true },
      ],
    },
    {
      kind: 'steps',
      steps: ['储备', '前期', '开工', '在建', text].map((name) => ({ name, on: '2023-05-06' })),
    },
    { kind: 'curve', caption: '完成与计划', plan: Array(12).fill(1), done: shares },
    { kind: 'statement', lead: '存在问题　', text, lines: 3 },
    { kind: 'statement', lead: '需协调事项　', text, lines: 2 },
    { kind: 'statement', lead: '责任人　', text, lines: 3 },
  ];
  const lamp = { shape: '■', word: '红灯', ink: '#b3261e' };
  return { title: text, under: text, lamp, parts, foot: `截至 2023-06-10 ${text}` };
}

describe.skipIf(!hasFont)(`the card of one page${without}`, () => {
  test.each([
    ['short', '东川新城'],
    ['nothing at all', ''],
    ['long Chinese', '各地区各部门按照部署推进项目建设，'.repeat(60)],
    ['one Latin word without a blank', 'W'.repeat(900)],
    ['figures', '1,234,567.89 '.repeat(90)],
    ['marks of markup', '#let x = [*甲*] _乙_ $丙$ \\戊 '.repeat(40)],
    ['a line for each character', '甲\n'.repeat(300)],
    ['full-width marks that may not begin a line', '（甲）、《乙》。！'.repeat(60)],
  ])('%s: stays one page within its edges, in 16 pt', (_title, text) => {
    const pages = readPdf(renderCard(aCard(text)).bytes);
    expect(pages).toHaveLength(1);
    const [{ glyphs, width, height }] = pages as [(typeof pages)[0]];
    expect([mm(width), mm(height)].map(Math.round)).toEqual([210, 297]);
    for (const { x, y, pt, text: character } of glyphs) {
      expect(mm(y)).toBeLessThan(297 - 11);
      expect(mm(y - pt)).toBeGreaterThan(13);
      // A mark in a blank frame may reach half a character beyond the edge; a character may not.
      if (character.trim() !== '') expect(mm(x)).toBeLessThan(210 - 14);
    }
    const sizes = new Set(glyphs.map(({ pt }) => Math.round(pt)));
    expect([...sizes].toSorted((a, b) => a - b).filter((pt) => ![12, 16, 22].includes(pt))).toEqual([]);
  });

  test('a text longer than its lines ends in ……, and no two lines overlap', () => {
    const [page] = readPdf(renderCard(aCard('推进项目建设，'.repeat(200))).bytes);
    const lines = linesOf(page!.glyphs.filter(({ pt }) => pt === 16)).map((line) => ({
      y: line[0]!.y,
      text: line.map(({ text }) => text).join(''),
    }));
    const foot = page!.glyphs.filter(({ pt, y }) => pt === 12 && mm(y) > 260).map(({ y }) => y);
    expect(Math.min(...foot) - lines.at(-1)!.y).toBeGreaterThan(11);
    expect(lines.filter(({ text }) => text.endsWith('……')).length).toBeGreaterThanOrEqual(6);
    for (const [at, { y }] of lines.entries()) if (at > 0) expect(y - lines[at - 1]!.y).toBeGreaterThan(15);
  });

  test('a text that fits is printed whole', () => {
    const [page] = readPdf(renderCard(aCard('征收未完')).bytes);
    const said = page!.glyphs.map(({ text }) => text).join('');
    expect(said).not.toContain('……');
    expect(said).toContain('存在问题　征收未完');
    expect(said).toContain('■红灯');
  });

  test('is the same bytes for the same card', () => {
    expect(Buffer.compare(renderCard(aCard('甲')).bytes, renderCard(aCard('甲')).bytes)).toBe(0);
  });
});
