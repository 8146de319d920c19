import { open } from 'node:fs/promises';
import { refuse } from '#kernel/refusal';
import { type FileKindId, fileKinds } from './file-kind.ts';
import { peekZip } from './zip-content.ts';

/** What a content is, and the words it begins with as far as they can be had without opening it in earnest. */
export type Look = { readonly kind: FileKindId | undefined; readonly what: string; readonly text: string };

const headBytes = 65_536;

const magics: readonly (readonly [magic: string, kind: FileKindId])[] = [
  ['%PDF-', 'pdf'],
  ['\x89PNG\r\n\x1a\n', 'png'],
  ['\xff\xd8\xff', 'jpeg'],
];

export async function lookAtContent(path: string, name: string): Promise<Look> {
  const head = await headOf(path);
  const start = head.toString('latin1', 0, 16);
  const magic = magics.find(([bytes]) => start.startsWith(bytes));
  if (magic) return known(magic[1]);
  if (start.startsWith('RIFF') && start.startsWith('WEBP', 8)) return known('webp');
  if (start.startsWith('PK\x03\x04')) return lookAtZip(path, name);
  if (start.startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) return lookAtCompound(path, name);
  return lookAtText(head);
}

const parts = ['[content_types].xml', 'word/document.xml', 'xl/sharedstrings.xml', 'xl/workbook.xml'];

async function lookAtZip(path: string, name: string): Promise<Look> {
  const zip = await peekZip(path, parts);
  if (!zip) return unknown('损坏的压缩包');
  if (zip.names.has('ofd.xml')) return known('ofd');
  const types = zip.starts.get('[content_types].xml');
  if (types === undefined) return unknown('压缩包');
  const macros = [...zip.names].some((part) => /(^|\/)vbaproject[^/]*\.bin$/.test(part));
  if (macros || /macroEnabled|vbaProject/i.test(types)) refuse('files.macros', { name });
  const text = ['word/document.xml', 'xl/sharedstrings.xml', 'xl/workbook.xml']
    .map((part) => wordsOf(zip.starts.get(part) ?? ''))
    .join('\n');
  if (/spreadsheetml\.(sheet|template)\.main/.test(types)) return known('xlsx', text);
  if (/wordprocessingml\.(document|template)\.main/.test(types)) return known('docx', text);
  if (/presentationml\.(presentation|slideshow|template)\.main/.test(types)) return known('pptx');
  return unknown('压缩包');
}

/** Old Office files: a container whose folder, in UTF-16, names what is in it. */
async function lookAtCompound(path: string, name: string): Promise<Look> {
  const file = await open(path, 'r');
  let bytes: Buffer;
  try {
    bytes = await file.readFile();
  } finally {
    await file.close();
  }
  const has = (entry: string) => bytes.includes(Buffer.from(`${entry}\0`, 'utf16le'), 512);
  if (has('EncryptedPackage')) refuse('files.password', { name });
  if (has('_VBA_PROJECT_CUR')) refuse('files.macros', { name });
  if (has('Workbook') || has('Book')) return known('xls');
  if (has('WordDocument')) return known('doc');
  if (has('PowerPoint Document')) return known('ppt');
  return unknown('其他程序的文件');
}

function lookAtText(head: Buffer): Look {
  const wide = head[0] === 0xff && head[1] === 0xfe;
  if (!wide && head.includes(0)) return unknown('无法识别的二进制文件');
  const text = wide ? new TextDecoder('utf-16le').decode(head) : decode(head);
  if (text === undefined) return unknown('无法识别的二进制文件');
  if (/^\s*<[!?a-z]/i.test(text)) return unknown('网页或 XML 文件');
  if (/^#!/.test(text)) return unknown('程序文件');
  return known('text', text);
}

/** The head may end in the middle of a character, so decoding goes on as if more followed. */
function decode(head: Buffer): string | undefined {
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(head, { stream: true });
    } catch {
      // The next encoding may fit.
    }
  }
  return undefined;
}

/** Paragraphs, shared strings and sheet names as lines. */
function wordsOf(xml: string): string {
  const named = xml.replace(/<sheet [^>]*?name="([^"]*)"[^>]*>/g, '$1\n');
  return named.replace(/<\/(?:w:p|si|\w+:si)>/g, '\n').replace(/<[^>]*>/g, '');
}

async function headOf(path: string): Promise<Buffer> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(headBytes), 0, headBytes, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

function known(kind: FileKindId, text = ''): Look {
  return { kind, what: fileKinds[kind].what, text };
}

function unknown(what: string): Look {
  return { kind: undefined, what, text: '' };
}
