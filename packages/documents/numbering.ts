import type { Block, Heading } from './document.ts';

const digits = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** 1 to 99 as Chinese documents count: 一, 十, 十一, 二十. */
export function chineseNumber(n: number): string {
  if (n < 1 || n > 99) throw new RangeError(`no heading is numbered ${n}`);
  const [tens, ones] = [Math.floor(n / 10), n % 10];
  const ten = tens === 0 ? '' : `${tens === 1 ? '' : digits[tens]}十`;
  return `${ten}${ones === 0 ? '' : digits[ones]}`;
}

function mark(level: Heading['level'], n: number): string {
  if (level === 1) return `${chineseNumber(n)}、`;
  if (level === 2) return `（${chineseNumber(n)}）`;
  return level === 3 ? `${n}.` : `（${n}）`;
}

/** Headings with their numbers before them; a heading starts the count of all levels below it anew. */
export function numbered(blocks: readonly Block[]): Block[] {
  const counts = [0, 0, 0, 0];
  return blocks.map((block) => {
    if (block.kind !== 'heading') return block;
    const at = block.level - 1;
    counts[at] = (counts[at] ?? 0) + 1;
    counts.fill(0, block.level);
    return { ...block, text: mark(block.level, counts[at]) + block.text };
  });
}
