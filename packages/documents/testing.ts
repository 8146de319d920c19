import { inflateSync } from 'node:zlib';

/** One character where it stands on its page: points from the left and upper edge to its origin on the baseline. */
export type Glyph = {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly pt: number;
  readonly font: string;
};

export type PdfPage = { readonly width: number; readonly height: number; readonly glyphs: readonly Glyph[] };

type Matrix = readonly [number, number, number, number, number, number];
type Font = {
  readonly name: string;
  readonly unicode: ReadonlyMap<number, string>;
  widthOf(cid: number): number;
};

/**
 * Reads the characters of a PDF back from its bytes, with their positions: for files that typst writes, whose objects lie
 * open and whose fonts are composite with two-byte codes.
 */
export function readPdf(bytes: Uint8Array): PdfPage[] {
  const buffer = Buffer.from(bytes);
  const objects = objectsOf(buffer);
  const get = (id: number) => objects.get(id) ?? { dictionary: '', stream: undefined };
  const pages = get(refAfter(get(catalogue(objects)).dictionary, 'Pages'));
  return [...(/\/Kids\s*\[([^\]]*)\]/.exec(pages.dictionary)?.[1] ?? '').matchAll(/(\d+) 0 R/g)].map(
    ([, id]) => {
      const { dictionary } = get(Number(id));
      const [, , width = 0, height = 0] = numbersIn(/\/MediaBox\s*\[([^\]]*)\]/.exec(dictionary)?.[1] ?? '');
      const fonts = new Map<string, Font>();
      const listed = /\/Font\s*<<([^>]*)>>/.exec(dictionary)?.[1] ?? '';
      for (const [, name = '', font] of listed.matchAll(/\/(\w+)\s+(\d+) 0 R/g))
        fonts.set(name, fontOf(get, Number(font)));
      const content = get(refAfter(dictionary, 'Contents')).stream ?? Buffer.alloc(0);
      return { width, height, glyphs: glyphsOf(content.toString('latin1'), fonts, height) };
    },
  );
}

type PdfObject = { readonly dictionary: string; readonly stream: Buffer | undefined };

function objectsOf(buffer: Buffer): Map<number, PdfObject> {
  const text = buffer.toString('latin1');
  const objects = new Map<number, PdfObject>();
  const start = /(?:^|\n)(\d+) 0 obj\s/g;
  for (let found = start.exec(text); found; found = start.exec(text)) {
    const from = found.index + found[0].length;
    const end = text.indexOf('endobj', from);
    const streamAt = text.indexOf('stream', from);
    const dictionary = text.slice(from, streamAt > 0 && streamAt < end ? streamAt : end);
    let stream: Buffer | undefined;
    if (streamAt > 0 && streamAt < end) {
      const begins = text.indexOf('\n', streamAt) + 1;
      const length = Number(/\/Length\s+(\d+)/.exec(dictionary)?.[1]);
      const raw = buffer.subarray(begins, begins + length);
      stream = dictionary.includes('/FlateDecode') ? inflateSync(raw) : raw;
      start.lastIndex = begins + length;
    }
    objects.set(Number(found[1]), { dictionary, stream });
  }
  return objects;
}

function catalogue(objects: ReadonlyMap<number, PdfObject>): number {
  const found = [...objects].find(([, { dictionary }]) => /\/Type\s*\/Catalog/.test(dictionary));
  if (!found) throw new Error('the PDF has no catalogue');
  return found[0];
}

function refAfter(dictionary: string, name: string): number {
  return Number(new RegExp(`/${name}\\s*\\[?\\s*(\\d+) 0 R`).exec(dictionary)?.[1]);
}

function numbersIn(text: string): number[] {
  return (text.match(/-?\d+(?:\.\d+)?/g) ?? []).map(Number);
}

function fontOf(get: (id: number) => PdfObject, id: number): Font {
  const { dictionary } = get(id);
  const map = get(refAfter(dictionary, 'ToUnicode')).stream?.toString('latin1') ?? '';
  const unicode = new Map<number, string>();
  for (const [, cid = '', utf16 = ''] of map.matchAll(/<([0-9a-fA-F]{4})>\s*<([0-9a-fA-F]+)>\s*(?=\n|<|e)/g))
    unicode.set(Number.parseInt(cid, 16), textOf(utf16));
  const descendant = get(refAfter(dictionary, 'DescendantFonts')).dictionary;
  const widths = widthsOf(descendant);
  const usual = Number(/\/DW\s+(-?[\d.]+)/.exec(descendant)?.[1] ?? 1000);
  const name = /\/BaseFont\s*\/(?:[A-Z]{6}\+)?(\S+)/.exec(dictionary)?.[1] ?? '';
  return { name, unicode, widthOf: (cid) => widths.get(cid) ?? usual };
}

function textOf(utf16: string): string {
  const units = utf16.match(/.{4}/g) ?? [];
  return String.fromCharCode(...units.map((unit) => Number.parseInt(unit, 16)));
}

/** `/W [first last width first [w w w]]`. */
function widthsOf(dictionary: string): Map<number, number> {
  const widths = new Map<number, number>();
  const at = dictionary.indexOf('/W ');
  const body = at < 0 ? '' : dictionary.slice(dictionary.indexOf('[', at) + 1);
  const token = /(\d+)\s*\[([^\]]*)\]|(\d+)\s+(\d+)\s+(-?[\d.]+)|\]/y;
  let rest = body.trimStart();
  for (let found = token.exec(rest); found && found[0] !== ']'; found = token.exec(rest)) {
    if (found[2] !== undefined)
      numbersIn(found[2]).forEach((width, n) => void widths.set(Number(found?.[1]) + n, width));
    else for (let cid = Number(found[3]); cid <= Number(found[4]); cid++) widths.set(cid, Number(found[5]));
    rest = rest.slice(token.lastIndex).trimStart();
    token.lastIndex = 0;
  }
  return widths;
}

const identity: Matrix = [1, 0, 0, 1, 0, 0];

function times(a: Matrix, b: Matrix): Matrix {
  return [
    a[0] * b[0] + a[1] * b[2],
    a[0] * b[1] + a[1] * b[3],
    a[2] * b[0] + a[3] * b[2],
    a[2] * b[1] + a[3] * b[3],
    a[4] * b[0] + a[5] * b[2] + b[4],
    a[4] * b[1] + a[5] * b[3] + b[5],
  ];
}

const tokens =
  /\((?:\\[\s\S]|[^\\()]|\((?:\\[\s\S]|[^\\()])*\))*\)|<[0-9a-fA-F\s]*>|\[|\]|<<|>>|\/[^\s/[\]<>()]+|-?\d*\.?\d+|[A-Za-z'"*][A-Za-z0-9*]*/g;

function glyphsOf(content: string, fonts: ReadonlyMap<string, Font>, height: number): Glyph[] {
  const glyphs: Glyph[] = [];
  const saved: Matrix[] = [];
  let [page, line, text] = [identity, identity, identity];
  let font: Font | undefined;
  let pt = 0;
  let operands: string[] = [];
  const show = (shown: string) => {
    for (const cid of codesOf(shown)) {
      const at = times(text, page);
      const width = font?.widthOf(cid) ?? 0;
      glyphs.push({
        text: font?.unicode.get(cid) ?? '',
        x: at[4],
        y: height - at[5],
        pt,
        font: font?.name ?? '',
      });
      text = times([1, 0, 0, 1, (width / 1000) * pt, 0], text);
    }
  };
  const matrix = () => operands.slice(-6).map(Number) as unknown as Matrix;
  for (const [token] of content.matchAll(tokens)) {
    if (!/^[A-Za-z'"*]/.test(token)) {
      operands.push(token);
      continue;
    }
    if (token === 'q') saved.push(page);
    else if (token === 'Q') page = saved.pop() ?? identity;
    else if (token === 'cm') page = times(matrix(), page);
    else if (token === 'BT') [line, text] = [identity, identity];
    else if (token === 'Tm') [line, text] = [matrix(), matrix()];
    else if (token === 'Td') {
      const [x = 0, y = 0] = operands.slice(-2).map(Number);
      line = times([1, 0, 0, 1, x, y], line);
      text = line;
    } else if (token === 'Tf') {
      font = fonts.get(operands.at(-2)?.slice(1) ?? '');
      pt = Number(operands.at(-1));
    } else if (token === 'Tj') show(operands.at(-1) ?? '');
    else if (token === 'TJ') {
      for (const part of operands) {
        if (/^[(<](?!<)/.test(part)) show(part);
        else if (/^-?[\d.]/.test(part)) text = times([1, 0, 0, 1, (-Number(part) / 1000) * pt, 0], text);
      }
    }
    operands = [];
  }
  return glyphs;
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

function codesOf(shown: string): number[] {
  const bytes = shown.startsWith('<')
    ? Buffer.from(shown.replace(/[<>\s]/g, ''), 'hex')
    : Buffer.from(
        shown
          .slice(1, -1)
          .replace(/\\([0-7]{1,3}|[\s\S])/g, (_all, one: string) =>
            /^[0-7]/.test(one) ? String.fromCharCode(Number.parseInt(one, 8)) : (escapes[one] ?? one),
          ),
        'latin1',
      );
  return Array.from({ length: bytes.length / 2 }, (_, n) => bytes.readUInt16BE(n * 2));
}

/** Glyphs that share a baseline, from left to right, lines from top to bottom. */
export function linesOf(glyphs: readonly Glyph[]): Glyph[][] {
  const lines = Map.groupBy(glyphs, ({ y }) => Math.round(y * 10));
  return [...lines].toSorted(([a], [b]) => a - b).map(([, line]) => line.toSorted((a, b) => a.x - b.x));
}
