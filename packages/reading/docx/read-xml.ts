import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { refuse } from '#kernel/refusal';

export type Attributes = Readonly<Record<string, string>>;

/** Names come without their namespace prefix; attributes keep theirs. */
export type XmlHandler = {
  open(name: string, attributes: Attributes): void;
  close(name: string): void;
  text(text: string): void;
};

/** Far more than any real document needs; a bomb nests without end. */
const deepest = 256;

/** Feeds a part to the handler. A document type is refused: entities come in that way, and explode. */
export async function readXml(
  pieces: AsyncIterable<Buffer>,
  file: string,
  handler: XmlHandler,
): Promise<void> {
  const parser = new SaxesParser({ xmlns: false, position: false });
  let depth = 0;
  const local = (name: string) => name.slice(name.indexOf(':') + 1);
  parser.on('doctype', () => refuse('reading.external_entities', { name: file }));
  parser.on('error', (error) => {
    if (/entit/i.test(error.message)) refuse('reading.external_entities', { name: file });
    refuse('reading.damaged', { name: file, detail: '内部 XML 不合规' });
  });
  parser.on('opentag', (tag: SaxesTagPlain) => {
    if (++depth > deepest) refuse('reading.damaged', { name: file, detail: '内部 XML 嵌套过深' });
    handler.open(local(tag.name), tag.attributes);
  });
  parser.on('closetag', (tag: SaxesTagPlain) => {
    depth--;
    handler.close(local(tag.name));
  });
  parser.on('text', (text) => handler.text(text));
  parser.on('cdata', (text) => handler.text(text));
  const decoder = new TextDecoder();
  for await (const piece of pieces) parser.write(decoder.decode(piece, { stream: true }));
  parser.write(decoder.decode()).close();
}

/** The `val` of an element, whatever its prefix. */
export function attributeOf(attributes: Attributes, name: string): string | undefined {
  for (const key in attributes) if (key === name || key.endsWith(`:${name}`)) return attributes[key];
  return undefined;
}
