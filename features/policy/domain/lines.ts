import { type Line, widthOf } from './line.ts';
import { markerAt } from './marker.ts';
import { furnitureOf, inlinePageNumber, type RawLine } from './page-furniture.ts';
import { tableRows } from './task-table.ts';

const ended = /[。；;！!？?：:]["”’）)】\]]*$|[.．]["”）)]*$/;
const goesOn = /^[，,、。.．；;：:）)》”’」』！？%％]/;

/** The lines of a text that are read, with what is known of its paragraphs. */
export function linesOf(text: string): Line[] {
  const raw = rawLines(text);
  const dropped = furnitureOf(raw);
  const kept = raw.filter(({ bare, number }) => bare !== '' && !dropped.has(number));
  const wrapped = wrapWidth(kept);
  const rows = tableRows(kept);
  const headed = kept.findIndex(({ number }) => rows.has(number)) - 1;
  return kept.map((line, index) => {
    const masks = [...line.text.matchAll(inlinePageNumber)].map((match) => ({
      from: match.index,
      to: match.index + match[0].length,
    }));
    return {
      text: line.text,
      start: line.start,
      number: line.number,
      runsOn: index !== headed && !rows.has(kept[index + 1]?.number ?? 0) && runsOn(kept, index, wrapped),
      opensRow: rows.has(line.number),
      masked: (at) => masks.some(({ from, to }) => at >= from && at < to),
    };
  });
}

function rawLines(text: string): RawLine[] {
  const lines: RawLine[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    const bare = line.replace(/[\s\u200b\ufeff]+/g, ' ').trim();
    lines.push({ text: line, bare, start, number: lines.length + 1 });
    start += line.length + 1;
  }
  return lines;
}

/**
 * The width at which a program cut the lines, if one did: most lines that end without a mark are about as wide
 * as the widest.
 */
function wrapWidth(lines: readonly RawLine[]): number | undefined {
  const widths = lines.map(({ bare }) => widthOf(bare)).sort((a, b) => a - b);
  const widest = widths[Math.floor(widths.length * 0.9)] ?? 0;
  if (widths.length < 10 || widest < 30 || widest > 130) return undefined;
  if (widths.filter((width) => width > widest * 1.25).length > widths.length * 0.02 + 1) return undefined;
  const open = lines
    .map(({ bare }) => bare)
    .filter((bare) => !ended.test(bare) && widthOf(bare) >= widest * 0.6);
  const full = open.filter((bare) => widthOf(bare) >= widest * 0.85);
  return full.length >= Math.max(5, open.length * 0.6) ? widest : undefined;
}

function runsOn(lines: readonly RawLine[], index: number, wrapped: number | undefined): boolean {
  const [line, next, after] = [lines[index]!, lines[index + 1], lines[index + 2]];
  if (!next) return false;
  if (goesOn.test(next.bare)) return true;
  if (ended.test(line.bare) || dateAlone.test(next.bare)) return false;
  if (organAlone.test(next.bare) && after && (dateAlone.test(after.bare) || organAlone.test(after.bare)))
    return false;
  if (/[，,、“（(《]$/.test(line.bare)) return true;
  if (markerAt(folded(next.bare), 0)) return false;
  if (openBracket(line.bare)) return true;
  if (/(?:单位|部门|牵头|负责|配合)[^（(]{0,200}[）)】\]〕]$/.test(line.bare)) return false;
  const width = widthOf(line.bare);
  if (wrapped !== undefined) return width >= wrapped * 0.85;
  if (/[）)】\]〕]$/.test(line.bare)) return false;
  return width > 80 || /[。；;].{2,}$/.test(line.bare);
}

const dateAlone =
  /^[\s（(]*(?:(?:19|20)\d{2}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日|[二一][〇零○O0一二三四五六七八九]{3}年[一二三四五六七八九十]{1,3}月[一二三四五六七八九十]{1,3}日)[）)\s]*$/;
const organAlone = /^[\u4e00-\u9fff（）() ]{4,40}(?:人民政府|办公室|办公厅|委员会|局|委|厅|会|部)$/;

/** A bracket of the units left open at the end of a line. */
function openBracket(text: string): boolean {
  const open = Math.max(text.lastIndexOf('（'), text.lastIndexOf('('));
  const closed = Math.max(text.lastIndexOf('）'), text.lastIndexOf(')'));
  return open > closed && /单位|部门|牵头/.test(text.slice(open));
}

const folded = (text: string) =>
  text
    .slice(0, 24)
    .replace(/\s/g, '')
    .replaceAll('(', '（')
    .replaceAll(')', '）')
    .replace(/[０-９．]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0));
