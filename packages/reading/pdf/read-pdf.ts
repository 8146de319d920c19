import { ensure, refuse } from '#kernel/refusal';
import type { Limits } from '../limits.ts';
import { askThread } from './ask-thread.ts';
import type { PdfAnswer, PdfQuestion } from './pdf-thread.ts';

/** Characters on a page below which it holds a picture and perhaps a stamp. */
const fewest = 12;

/**
 * The text layer of a PDF, read in a thread of its own: a file made to explode uses up the thread's memory or time
 * and nothing else.
 */
export async function readPdf(
  bytes: Buffer,
  name: string,
  limits: Limits,
): Promise<{ text: string; pages: number }> {
  const question: PdfQuestion = {
    bytes: Uint8Array.from(bytes),
    pages: limits.pages,
    characters: limits.characters,
  };
  const done = await askThread<PdfAnswer>(new URL('./pdf-thread.ts', import.meta.url), question, {
    megabytes: limits.pdfMegabytes,
    milliseconds: limits.pdfMilliseconds,
  });
  if ('stopped' in done)
    return refuse('reading.too_heavy', { name, what: done.stopped === 'time' ? '时间' : '内存' });
  const { answer } = done;
  if ('fault' in answer) {
    switch (answer.fault) {
      case 'password':
        return refuse('reading.password', { name });
      case 'pages':
        return refuse('reading.too_many', { name, what: '页数', limit: limits.pages });
      case 'characters':
        return refuse('reading.too_many', { name, what: '字数', limit: limits.characters });
      case 'damaged':
        return refuse('reading.damaged', { name, detail: 'PDF 不完整或不合规' });
    }
  }
  const letters = answer.text.replace(/\s/g, '').length;
  ensure(letters >= answer.pages * fewest, 'reading.scanned_pdf', { name });
  return answer;
}
