import { numeral, numerals } from './numeral.ts';

export type MarkerKind =
  | 'part'
  | 'chapter'
  | 'section'
  | 'article'
  | 'named'
  | 'han'
  | 'hanBracket'
  | 'arabic'
  | 'arabicBracket'
  | 'circled';

/** A number that may open a chapter, a measure or one of its items. */
export type Marker = {
  readonly kind: MarkerKind;
  readonly number: number;
  readonly start: number;
  /** After the number and its mark. */
  readonly end: number;
  /** The number as it is shown: 一 of 一、, （一） and 1. whole. */
  readonly shownEnd: number;
};

const patterns: readonly (readonly [MarkerKind, RegExp])[] = [
  ['part', new RegExp(`^第(${numerals}|\\d{1,2})(?:编|篇|部分)()`)],
  ['chapter', new RegExp(`^第(${numerals}|\\d{1,2})章()`)],
  ['section', new RegExp(`^第(${numerals}|\\d{1,2})节()`)],
  [
    'article',
    new RegExp(`^第(${numerals}|\\d{1,3})条(?!第|规定|所|的|至|到|、|，|和|款|（${numerals}）项)()[：、]?`),
  ],
  ['named', new RegExp(`^(?:措施|任务|举措|政策|行动)(${numerals}|\\d{1,2})(?!${numerals}|\\d)()[：、。.]`)],
  ['hanBracket', new RegExp(`^（(${numerals})）()[、.]?`)],
  ['arabicBracket', /^（(\d{1,2})）()[、.]?/],
  [
    'han',
    new RegExp(`^(${numerals})()[、.。](?![一二三四五六七八九十]+(?:季度|月|批|期|类|级|线|产业|是|、))`),
  ],
  ['arabic', /^(\d{1,3})()[、](?!\d)/],
  ['arabic', /^(\d{1,3})\.()(?![\d.])/],
  // 3.2025年底前…, 5.12345热线…, 1.5G网络…: the digits behind the point begin the words of the heading.
  ['arabic', /^(\d{1,3})\.()(?=(?:19|20)\d{2}年|\d{5}(?:热线|[^\d.%]{2})|[345]G|[345]A级)/],
  ['arabic', /^(\d{1,2})）()/],
  // 1-1, 2-3: the chapter and the number in it; 1-6月 and 3-5个 are ranges.
  [
    'arabic',
    /^(?:\d{1,2})[-—](\d{1,2})()[、.]?(?=[\u4e00-\u9fff"《])(?![月天周个户套次吨亩处辆架艘万亿千百元级倍岁号位支台件种批层米公]|年(?!轻)|日(?!常)|家(?!政|居|庭)|项(?!目)|名(?!优|企)|人(?!才|力)|场(?!地|景|所)|条(?!件)|座(?!谈)|所(?!有)|小时|工作日|季度)/,
  ],
];

/** The marker that begins at this character of a folded text, if one does. */
export function markerAt(plain: string, start: number): Marker | undefined {
  const first = plain[start]!;
  const ring = circled(first);
  if (ring !== undefined)
    return { kind: 'circled', number: ring, start, end: start + 1, shownEnd: start + 1 };
  if (!/[第措任举政行（一二三四五六七八九十0-9]/.test(first)) return undefined;
  const text = plain.slice(start, start + 20);
  for (const [kind, pattern] of patterns) {
    const found = pattern.exec(text);
    const number = found ? numeral(found[1]!) : undefined;
    if (!found || number === undefined || number === 0) continue;
    const shown = text.indexOf(found[1]!) + found[1]!.length;
    return {
      kind,
      number,
      start,
      end: start + found[0].length,
      shownEnd: start + shownLength(kind, found[0], shown),
    };
  }
  return undefined;
}

/** A mark of enumeration (、 or a colon) is no part of a number; brackets, points and words are. */
function shownLength(kind: MarkerKind, whole: string, numberEnd: number): number {
  if (kind === 'han' || kind === 'named') return numberEnd;
  return whole.replace(/[、：]+$/, '').length;
}

function circled(char: string): number | undefined {
  const code = char.charCodeAt(0);
  if (code >= 0x2460 && code <= 0x2473) return code - 0x245f;
  if (code >= 0x2776 && code <= 0x277f) return code - 0x2775;
  if (code >= 0x2474 && code <= 0x2487) return code - 0x2473;
  return undefined;
}

/** From the outside in, where a document keeps to custom. */
export const ranks: Readonly<Record<MarkerKind, number>> = {
  part: 0,
  chapter: 1,
  section: 2,
  article: 3,
  named: 3,
  han: 4,
  hanBracket: 5,
  arabic: 6,
  arabicBracket: 7,
  circled: 8,
};
