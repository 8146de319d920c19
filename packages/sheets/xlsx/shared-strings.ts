import { ensure } from '#kernel/refusal';
import type { Limits } from '../limits.ts';
import { type Archive, unpack } from './archive.ts';
import { readXml } from './parse-xml.ts';
import { collectRichText, type Struck } from './rich-text.ts';

export type SharedStrings = {
  readonly texts: readonly string[];
  readonly struck: ReadonlyMap<number, Struck>;
};

export async function readSharedStrings(
  archive: Archive,
  part: string | undefined,
  limits: Limits,
): Promise<SharedStrings> {
  const texts: string[] = [];
  const struck = new Map<number, Struck>();
  const entry = part && archive.parts.get(part);
  if (!entry) return { texts, struck };
  const { name } = archive;
  const rich = collectRichText();
  let length = 0;
  await readXml(unpack(archive, entry, limits), name, {
    open: (tag, attributes) => rich.open(tag, attributes['val']),
    text: rich.text,
    close(tag) {
      if (tag !== 'si') return rich.close(tag);
      const taken = rich.take();
      if (taken.struck !== 'as-cell') struck.set(texts.length, taken.struck);
      texts.push(taken.text);
      length += taken.text.length;
      const { sharedStrings, textLength } = limits;
      ensure(texts.length <= sharedStrings, 'sheets.too_many', {
        name,
        what: '文本个数',
        limit: sharedStrings,
      });
      ensure(length <= textLength, 'sheets.too_many', { name, what: '文字总数', limit: textLength });
    },
  });
  return { texts, struck };
}
