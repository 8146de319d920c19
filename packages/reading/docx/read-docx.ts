import { ensure, refuse } from '#kernel/refusal';
import type { Limits } from '../limits.ts';
import { type Archive, openArchive, unpack } from './archive.ts';
import { bodyReader, stylesReader } from './body.ts';
import { numberingReader } from './numbering.ts';
import { readXml, type XmlHandler } from './read-xml.ts';

/** The text of a Word document, read as a stream; headers, footers and comments are other parts and stay out. */
export async function readDocx(bytes: Buffer, name: string, limits: Limits): Promise<string> {
  const archive = await openArchive(bytes, name, limits);
  try {
    const main = [...archive.parts.keys()].find((part) => /^word\/document\d*\.xml$/.test(part));
    if (!main) refuse('reading.not_a_document', { name, what: whatElse(archive) });
    const numbers = numberingReader();
    await readPart(archive, 'word/numbering.xml', limits, numbers.handler);
    const styles = stylesReader();
    await readPart(archive, 'word/styles.xml', limits, styles.handler);
    const body = bodyReader(numbers.numbering(), styles.lists);
    const counted: XmlHandler = {
      ...body.handler,
      close(element) {
        body.handler.close(element);
        ensure(body.size() <= limits.characters, 'reading.too_many', {
          name,
          what: '字数',
          limit: limits.characters,
        });
      },
    };
    await readPart(archive, main, limits, counted);
    return body.text();
  } finally {
    archive.zip.close();
  }
}

async function readPart(archive: Archive, part: string, limits: Limits, handler: XmlHandler): Promise<void> {
  const entry = archive.parts.get(part);
  if (entry) await readXml(unpack(archive, entry, limits), archive.name, handler);
}

function whatElse({ parts }: Archive): string {
  const has = (start: string) => [...parts.keys()].some((part) => part.startsWith(start));
  if (has('xl/')) return ' Excel 工作簿';
  if (has('ppt/')) return '演示文稿';
  if (has('ofd.xml')) return ' OFD 版式文件';
  return has('content.xml') ? ' OpenDocument 文档' : '压缩包';
}
