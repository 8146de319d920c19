import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compilePage } from './compile-page.ts';
import { openCompiler } from './compiler.ts';
import type { Block, OfficialDocument } from './document.ts';
import { substitutionWarning } from './faces.ts';
import { bottomMm, characterPt, layout, letterNumberPt, linePt, markPt, rightMm } from './layout.ts';
import { numbered } from './numbering.ts';

export type RenderedPdf = {
  readonly bytes: Uint8Array;
  /** Names the typefaces that were substituted; undefined where all are at hand. */
  readonly warning: string | undefined;
};

const source = readFileSync(join(import.meta.dirname, 'page.typ'), 'utf8');

/** The document as PDF. The same document with the same fonts gives the same bytes. */
export function renderPdf(document: OfficialDocument): RenderedPdf {
  const { families, substitutions } = openCompiler().chosen;
  const given = {
    ...{ layout, rightMm, bottomMm, characterPt, linePt, letterNumberPt, families },
    markPt: markPt(document.head?.mark ?? ''),
    ...inputOf(document),
  };
  return { bytes: compilePage(source, given), warning: substitutionWarning(substitutions) };
}

/** What is absent is said: the page asks for every field. */
function inputOf(document: OfficialDocument) {
  const { head, letter, title, to, attachments, signature, note, copies, printed, mark } = document;
  const none = { issue: null, number: null, left: null, right: null };
  return {
    title,
    head: head ? { ...none, ...head } : null,
    letter: letter ? { number: letter.number ?? null } : null,
    to: to ?? null,
    body: numbered(document.body).map(blockInput),
    attachments: attachments ?? [],
    signature: signature ?? null,
    note: note ?? null,
    copies: copies ?? null,
    printed: printed ?? null,
    mark: mark ?? null,
  };
}

function blockInput(block: Block) {
  if (block.kind !== 'table') return block;
  const columns = block.columns.map((column) => ({ share: 1, align: 'center', ...column }));
  return { ...block, caption: block.caption ?? null, columns };
}
