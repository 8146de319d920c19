import type { Numbering } from './numbering.ts';
import { type Attributes, attributeOf, type XmlHandler } from './read-xml.ts';

/** Lists that a paragraph style brings along. */
export type StyleLists = ReadonlyMap<string, { readonly list: string; readonly level: number }>;

export function stylesReader(): { readonly handler: XmlHandler; readonly lists: StyleLists } {
  const lists = new Map<string, { list: string; level: number }>();
  let style = '';
  let level = 0;
  const open = (name: string, attributes: Attributes) => {
    if (name === 'style') {
      style = attributeOf(attributes, 'styleId') ?? '';
      level = 0;
    }
    if (name === 'ilvl') level = Number(attributeOf(attributes, 'val') ?? 0);
    if (name === 'numId' && style !== '')
      lists.set(style, { list: attributeOf(attributes, 'val') ?? '', level });
  };
  return { handler: { open, close: () => {}, text: () => {} }, lists };
}

/** What is not read: what was deleted, codes of fields, the older copy of a text box. */
const skipped = new Set([
  'del',
  'moveFrom',
  'instrText',
  'delText',
  'Fallback',
  'footnoteReference',
  'annotationRef',
  'pict',
]);

/** The paragraphs of a document as lines, with the numbers Word shows; a row of a table is one line. */
export function bodyReader(
  numbering: Numbering,
  styles: StyleLists,
): { readonly handler: XmlHandler; text(): string; size(): number } {
  const lines: string[] = [];
  let line = '';
  let skip = 0;
  let inText = false;
  let rows = 0;
  let list: { list: string; level: number } | undefined;
  let numbered = false;
  let size = 0;
  const end = () => {
    lines.push(line);
    size += line.length + 1;
    line = '';
  };
  const number = () => {
    if (numbered) return;
    numbered = true;
    if (list && list.list !== '0') line += numbering.next(list.list, list.level);
  };
  const open = (name: string, attributes: Attributes) => {
    if (skip > 0 || skipped.has(name)) {
      skip++;
      return;
    }
    const value = attributeOf(attributes, 'val');
    switch (name) {
      case 'p':
        list = undefined;
        numbered = false;
        break;
      case 'pStyle':
        list = styles.get(value ?? '') ?? list;
        break;
      case 'ilvl':
        list = { list: list?.list ?? '', level: Number(value ?? 0) };
        break;
      case 'numId':
        list = { list: value ?? '', level: list?.level ?? 0 };
        break;
      case 'r':
        number();
        break;
      case 't':
        inText = true;
        break;
      case 'tab':
        line += ' ';
        break;
      case 'noBreakHyphen':
        line += '-';
        break;
      case 'br':
      case 'cr':
        if (rows === 0) end();
        else line += ' ';
        break;
      case 'tr':
        rows++;
        break;
    }
  };
  const close = (name: string) => {
    if (skip > 0) {
      skip--;
      return;
    }
    if (name === 't') inText = false;
    if (name === 'p') {
      if (rows === 0) end();
      else line += ' ';
    }
    if (name === 'tr' && --rows === 0) end();
  };
  const text = (piece: string) => {
    if (inText && skip === 0) line += piece;
  };
  return {
    handler: { open, close, text },
    text: () => [...lines, line].join('\n'),
    size: () => size + line.length,
  };
}
