import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { refuse } from '#kernel/refusal';

export type Attributes = Readonly<Record<string, string>>;

/** Names come without their namespace prefix; attributes keep theirs. */
export type XmlHandler = {
  open(name: string, attributes: Attributes): void;
  close?(name: string): void;
  text?(text: string): void;
};

/** Far more than any real part needs; a bomb nests without end, to fill the memory with open elements. */
const deepest = 100;

/**
 * Feeds a part to the handler piece by piece and yields after every piece, so that a caller may take
 * what has been read so far. A document type is refused: it is the way entities are made to explode.
 */
export async function* parseXml(
  pieces: AsyncIterable<Buffer>,
  file: string,
  handler: XmlHandler,
): AsyncGenerator<void> {
  const parser = new SaxesParser({ xmlns: false, position: false });
  const local = localNames();
  parser.on('error', () => refuse('sheets.damaged', { name: file, detail: '内部 XML 不合规' }));
  parser.on('doctype', () => refuse('sheets.damaged', { name: file, detail: '内部 XML 含文档类型声明' }));
  const { close, text } = handler;
  let depth = 0;
  parser.on('opentag', (tag: SaxesTagPlain) => {
    if (++depth > deepest) refuse('sheets.damaged', { name: file, detail: '内部 XML 嵌套过深' });
    handler.open(local(tag.name), tag.attributes);
  });
  parser.on('closetag', (tag: SaxesTagPlain) => {
    depth--;
    close?.(local(tag.name));
  });
  if (text) {
    parser.on('text', text);
    parser.on('cdata', text);
  }
  let decoder: TextDecoder | undefined;
  for await (const piece of pieces) {
    decoder ??= decoderFor(piece);
    parser.write(decoder.decode(piece, { stream: true }));
    yield;
  }
  parser.write(decoder?.decode() ?? '').close();
  yield;
}

export async function readXml(
  pieces: AsyncIterable<Buffer>,
  file: string,
  handler: XmlHandler,
): Promise<void> {
  for await (const _ of parseXml(pieces, file, handler));
}

/** The value of an attribute of that local name, whatever its prefix (`r:id` may be written `d3p1:id`). */
export function prefixed(attributes: Attributes, name: string): string | undefined {
  for (const key in attributes) if (key.endsWith(`:${name}`)) return attributes[key];
  return undefined;
}

export function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true' || value === 'on';
}

function localNames(): (name: string) => string {
  const known = new Map<string, string>();
  return (name) => {
    let short = known.get(name);
    if (short === undefined) {
      short = name.slice(name.indexOf(':') + 1);
      known.set(name, short);
    }
    return short;
  };
}

/** UTF-8 unless the first bytes or the declaration say otherwise (some exporters write GB2312). */
function decoderFor(piece: Buffer): TextDecoder {
  if (piece[0] === 0xff && piece[1] === 0xfe) return new TextDecoder('utf-16le');
  if (piece[0] === 0xfe && piece[1] === 0xff) return new TextDecoder('utf-16be');
  const declared = /^[^>]*?encoding\s*=\s*["']([\w-]+)["']/.exec(piece.toString('latin1', 0, 200))?.[1];
  return new TextDecoder(/^gb/i.test(declared ?? '') ? 'gb18030' : 'utf-8');
}
