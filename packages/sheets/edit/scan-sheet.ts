import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { refuse } from '#kernel/refusal';
import { parseRef } from '../cell-ref.ts';

/** A cell element and where it stands in the text of its part. */
export type FoundCell = {
  readonly column: number;
  readonly start: number;
  readonly end: number;
  readonly style: string | undefined;
  readonly formula: boolean;
  /** The cached number of a formula. */
  readonly staleFrom?: number;
  readonly staleTo?: number;
};

export type FoundRow = {
  readonly number: number;
  readonly prefix: string;
  readonly style: string | undefined;
  readonly start: number;
  readonly end: number;
  /** Where its closing tag begins. */
  readonly contentEnd: number;
  readonly selfClosed: boolean;
  readonly cells: readonly FoundCell[];
};

type Seen = {
  row(row: FoundRow): void;
  /** The end of the data: where its closing tag begins. */
  end(at: number, prefix: string, selfClosed: boolean): void;
};

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** Finds rows and cells of a worksheet part with their places in its text. */
export function scanSheet(xml: string, file: string, seen: Seen): void {
  const parser = new SaxesParser({ xmlns: false, position: false });
  const damaged = (detail: string) => refuse('sheets.damaged', { name: file, detail });
  parser.on('error', () => damaged('内部 XML 不合规'));
  parser.on('doctype', () => damaged('内部 XML 含文档类型声明'));
  // An attribute cannot hold a bare `<`, so the last one before the end of a tag is where the tag begins.
  const tagStart = () => xml.lastIndexOf('<', parser.position - 1);
  let inData = false;
  let row: (Writable<FoundRow> & { cells: FoundCell[] }) | undefined;
  let cell: (Writable<FoundCell> & { number: boolean }) | undefined;
  let lastRow = 0;
  let valueFrom = -1;
  parser.on('opentag', (tag: SaxesTagPlain) => {
    const [prefix, name] = parts(tag.name);
    const { attributes } = tag;
    if (name === 'sheetData') inData = true;
    if (!inData) return;
    if (name === 'row') {
      const number = attributes['r'] === undefined ? lastRow + 1 : Number(attributes['r']);
      lastRow = number;
      const style = attributes['customFormat'] === '1' ? attributes['s'] : undefined;
      const start = tagStart();
      row = { number, prefix, style, start, end: 0, contentEnd: 0, selfClosed: tag.isSelfClosing, cells: [] };
    } else if (name === 'c' && row) {
      const at = parseRef(attributes['r'] ?? '');
      const column = at?.column || (row.cells.at(-1)?.column ?? 0) + 1;
      const number = (attributes['t'] ?? 'n') === 'n';
      cell = { column, start: tagStart(), end: 0, style: attributes['s'], formula: false, number };
    } else if (name === 'f' && cell) cell.formula = true;
    else if (name === 'v') valueFrom = tagStart();
  });
  parser.on('closetag', (tag: SaxesTagPlain) => {
    const [prefix, name] = parts(tag.name);
    if (!inData) return;
    const end = parser.position;
    if (name === 'v' && cell?.formula && cell.number) [cell.staleFrom, cell.staleTo] = [valueFrom, end];
    else if (name === 'c' && cell && row) {
      row.cells.push({ ...cell, end });
      cell = undefined;
    } else if (name === 'row' && row) {
      seen.row({ ...row, end, contentEnd: row.selfClosed ? end : tagStart() });
      row = undefined;
    } else if (name === 'sheetData') {
      seen.end(tagStart(), prefix, tag.isSelfClosing);
      inData = false;
    }
  });
  parser.write(xml).close();
}

function parts(tag: string): [prefix: string, name: string] {
  const colon = tag.indexOf(':') + 1;
  return [tag.slice(0, colon), tag.slice(colon)];
}
