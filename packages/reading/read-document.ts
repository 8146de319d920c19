import { ensure } from '#kernel/refusal';
import { type Content, contentOf } from './content.ts';
import { decodeText } from './decode-text.ts';
import { readDocx } from './docx/read-docx.ts';
import { defaultLimits, type Limits } from './limits.ts';
import { readPdf } from './pdf/read-pdf.ts';
import { readHtml, statedEncoding } from './read-html.ts';
import './refusals.ts';
import { bytesOf, type Source, sizeText } from './source.ts';

/** The text of a document, one line per paragraph where the file tells paragraphs. */
export type ReadDocument = { readonly kind: Content; readonly text: string };

/** Reads what a file says, whatever it is called; refuses what holds no text or too much of it. */
export async function readDocument(
  source: Source,
  name: string,
  own: Partial<Limits> = {},
): Promise<ReadDocument> {
  const limits = { ...defaultLimits, ...own };
  const bytes = await bytesOf(source, name, limits);
  const kind = contentOf(bytes, name);
  const text = (await textOf(kind, bytes, name, limits)).replace(/\r\n?/g, '\n').replace(/^\ufeff/, '');
  ensure(text.length <= limits.characters, 'reading.too_many', {
    name,
    what: '字数',
    limit: limits.characters,
  });
  ensure(/[\p{L}\p{N}]/u.test(text), 'reading.no_text', { name });
  return { kind, text };
}

async function textOf(kind: Content, bytes: Buffer, name: string, limits: Limits): Promise<string> {
  if (kind === 'docx') return readDocx(bytes, name, limits);
  if (kind === 'pdf') return (await readPdf(bytes, name, limits)).text;
  ensure(bytes.length <= limits.textBytes, 'reading.file_too_large', {
    name,
    actual: sizeText(bytes.length),
    limit: sizeText(limits.textBytes),
  });
  if (kind === 'text') return decodeText(bytes, name);
  const stated = statedEncoding(bytes);
  const page = stated && stated !== 'utf-8' ? new TextDecoder(stated).decode(bytes) : decodeText(bytes, name);
  return readHtml(page, name);
}
