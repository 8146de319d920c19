import { numbersIn } from './document-number.ts';
import { matchesIn, type Place, placeOf, printedOf, type Script, type Span } from './script.ts';

/** Another document that a measure or the head names. */
export type Link = {
  readonly title: string;
  readonly docNumber?: string;
  readonly relation: 'names' | 'carries-out' | 'repeals';
  readonly place: Place;
};

export function linksIn(script: Script, span: Span): Link[] {
  return matchesIn(script, span, /《([^《》]{2,120})》/g).map(({ span: found }) => {
    const behind = { start: found.end, end: Math.min(span.end, found.end + 30) };
    const number =
      script.plain[found.end] === '（' || script.plain[found.end] === '〔'
        ? numbersIn(script, behind)[0]
        : undefined;
    const before = script.plain.slice(Math.max(span.start, found.start - 8), found.start);
    const after = script.plain.slice(found.end, Math.min(span.end, found.end + 60));
    const repeals = /^[^。]{0,50}(?:同时废止|予以废止|停止执行)/.test(after);
    const follows = /(?:根据|按照|落实|依据|贯彻|执行|实施)$/.test(before);
    return {
      title: printedOf(script, { start: found.start + 1, end: found.end - 1 }),
      ...(number ? { docNumber: number.printed } : {}),
      relation: repeals ? 'repeals' : follows ? 'carries-out' : 'names',
      place: placeOf(script, found),
    };
  });
}
