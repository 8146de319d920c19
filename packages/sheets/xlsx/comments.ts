import { parseRef } from '../cell-ref.ts';
import type { Limits } from '../limits.ts';
import { type Archive, unpack } from './archive.ts';
import { readXml } from './parse-xml.ts';
import { readRelations } from './relations.ts';
import { collectRichText } from './rich-text.ts';

/** The comments of a sheet: row → column → text. */
export type Comments = Map<number, Map<number, string>>;

export async function readComments(archive: Archive, sheetPart: string, limits: Limits): Promise<Comments> {
  const comments: Comments = new Map();
  const relations = await readRelations(archive, sheetPart, limits);
  const part = relations.find((relation) => relation.kind === 'comments')?.part;
  const entry = part && archive.parts.get(part);
  if (!entry) return comments;
  const rich = collectRichText();
  let at: { row: number; column: number } | undefined;
  await readXml(unpack(archive, entry, limits), archive.name, {
    open(name, attributes) {
      if (name === 'comment') at = parseRef(attributes['ref'] ?? '');
      else rich.open(name, attributes['val']);
    },
    text: rich.text,
    close(name) {
      if (name !== 'comment') return rich.close(name);
      const text = rich.take().text.trim();
      if (!at || !text) return;
      const row = comments.get(at.row) ?? new Map<number, string>();
      comments.set(at.row, row.set(at.column, text));
    },
  });
  return comments;
}
