import { gaps, matchesIn, printedOf, type Script, type Span } from './script.ts';

/** 大政办发〔2020〕34号, with brackets of any kind, and numbered orders. */
const number =
  /[\u4e00-\u9fff]{2,14}(?:〔|（|【|\()(?:19|20)\d{2}(?:〕|）|】|\))(?:第)?\d{1,4}号|[\u4e00-\u9fff]{2,12}令第?\d{1,4}号|[\u4e00-\u9fff]{2,10}(?:发|字|函|办|规)(?:19|20)\d{2}年?第?\d{1,4}号/g;

export type FoundNumber = { readonly printed: string; readonly span: Span };

/** The numbers of documents in a stretch, as printed. */
export function numbersIn(script: Script, span: Span): FoundNumber[] {
  return matchesIn(script, span, number).map(({ span: where, match }) => {
    const extra = Math.max(leadingWords(match[0]), lastBreak(script, where));
    const exact = { start: where.start + extra, end: where.end };
    return { printed: printedOf(script, exact), span: exact };
  });
}

/** The line above a number is no part of it. */
function lastBreak(script: Script, { start, end }: Span): number {
  const letters = /^[\u4e00-\u9fff]*/.exec(script.plain.slice(start, end))![0].length;
  for (let index = letters - 1; index > 0; index--) {
    if (script.gap[start + index]! >= gaps.softBreak) return index;
    // White space parts a number from the title before it, not one letter of the number from the next.
    if (script.gap[start + index] === gaps.space && index >= 4 && letters - index >= 3) return index;
  }
  return 0;
}

/** A label or a verb that ran into the number. */
function leadingWords(text: string): number {
  return /^(?:.*?(?:文号|字号|编号|根据|按照|落实|依据|印发|通知|《|见))?/.exec(text)![0].length;
}

/** With the brackets that belong there. */
export function normalNumber(printed: string): string {
  return printed
    .replace(/[０-９]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replace(/[[［(（【﹝]((?:19|20)\d{2})[\]］)）】﹞]/, '〔$1〕')
    .replace(/〕第(?=\d)/, '〕');
}
