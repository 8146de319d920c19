import { numerals } from './numeral.ts';

/** What a line is before it is known whether it stays. */
export type RawLine = {
  readonly text: string;
  readonly bare: string;
  readonly start: number;
  readonly number: number;
};

const pageNumber = [
  /^[-—–－·•\s]*\d{1,3}[-—–－·•\s]*$/,
  /^[-—–－\s]*第?\s*[0-9０-９]{1,3}\s*页?\s*[,，/／、]?\s*共?\s*[0-9０-９]{1,3}\s*页?[-—–－\s]*$/,
  /^[-—–－\s]*第\s*[0-9０-９]{1,3}\s*页[-—–－\s]*$/,
  new RegExp(`^第${numerals}页$`),
  /^[-—–－_=*·.…\s]{3,}$/,
  /^Page\s*\d+(\s*of\s*\d+)?$/i,
];

/** Page numbers that a program left inside a line. */
export const inlinePageNumber =
  /(?<![0-9０-９年月])\s*[-—–－]{1,2}\s?[0-9０-９]{1,3}\s?[-—–－]{1,2}(?![0-9０-９])|第\s?[0-9０-９]{1,3}\s?页\s?[,，/／]?\s?共\s?[0-9０-９]{1,3}\s?页/g;

/** A line of a table of contents: a title, dots, a page. */
const contentsLine = /(?:[.．…·]\s*){4,}\s*[0-9０-９]{1,3}\s*$/;

const meaningful = /单位|部门|牵头|负责|配合|[。；;]|^[（(【第]|^[一二三四五六七八九十]+、|^\d+[.、．]/;

/** Numbers of lines that belong to the page, not to the text: page numbers, running heads, a table of contents. */
export function furnitureOf(lines: readonly RawLine[]): Set<number> {
  const filled = lines.filter(({ bare }) => bare !== '');
  const alike = filled.map(({ bare }) => pageNumber.some((one) => one.test(bare)));
  // A number whose point, or whose second half (1-1), stands on the next line is one of the text.
  const numbers = filled.filter(({ bare }, index) => {
    const next = filled.find((_line, at) => at > index && !alike[at]);
    const follows = next?.bare ?? '';
    const halved = /^\d{1,2}$/.test(bare)
      ? /^[-—]\d{1,2}\s?[\u4e00-\u9fff]/.test(follows)
      : /^\d{1,2}[-—]$/.test(bare) && /^\d{1,2}\s?[\u4e00-\u9fff]/.test(follows);
    return alike[index] && !halved && !(/^\d+$/.test(bare) && /^[.．、。)）]/.test(follows));
  });
  const dropped = new Set(numbers.map(({ number }) => number));
  for (const line of lines) if (contentsLine.test(line.bare)) dropped.add(line.number);
  const contents = lines.find(({ bare }) => /^目\s*录$/.test(bare));
  if (contents) dropped.add(contents.number);
  for (const number of runningHeads(lines, dropped)) dropped.add(number);
  return dropped;
}

/** A short line that stands again and again is a running head; where it stood first it may be the title. */
function runningHeads(lines: readonly RawLine[], pageNumbers: ReadonlySet<number>): number[] {
  const filled = lines.filter(({ bare }) => bare !== '');
  const seen = new Map<string, { readonly line: RawLine; readonly beside: boolean }[]>();
  filled.forEach((line, index) => {
    const { bare } = line;
    if (bare.length < 3 || bare.length > 60 || meaningful.test(bare) || pageNumbers.has(line.number)) return;
    const key = bare.replace(/\s+/g, '').replace(/[0-9０-９]+/g, '#');
    const beside = [filled[index - 1], filled[index + 1]].some((one) => one && pageNumbers.has(one.number));
    seen.set(key, [...(seen.get(key) ?? []), { line, beside: beside || line.text.startsWith('\f') }]);
  });
  const heads: number[] = [];
  for (const found of seen.values()) {
    const paged = found.length === 2 && found[1]!.beside;
    if (found.length < 3 && !paged) continue;
    heads.push(...found.slice(1).map(({ line }) => line.number));
  }
  return heads;
}
