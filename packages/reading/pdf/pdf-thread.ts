import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import type { PDFPageProxy } from 'pdfjs-dist';
import { type PlacedText, pageLines } from './page-lines.ts';

/** What the thread that reads a PDF posts: its text, or why there is none. */
export type PdfAnswer =
  | { readonly text: string; readonly pages: number }
  | { readonly fault: 'password' | 'damaged' | 'pages' | 'characters' };

export type PdfQuestion = { readonly bytes: Uint8Array; readonly pages: number; readonly characters: number };

const question = workerData as PdfQuestion;
parentPort!.postMessage(await read(question));

async function read({ bytes, pages, characters }: PdfQuestion): Promise<PdfAnswer> {
  // pdf.js speaks of canvas and fonts it does not need here; what matters comes as an error.
  console.log = console.warn = console.info = () => {};
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const home = dirname(fileURLToPath(import.meta.resolve('pdfjs-dist/package.json')));
  try {
    const document = await getDocument({
      data: bytes,
      cMapUrl: join(home, 'cmaps/'),
      cMapPacked: true,
      standardFontDataUrl: join(home, 'standard_fonts/'),
      disableFontFace: true,
      useSystemFonts: false,
      verbosity: 0,
      maxImageSize: 1,
      isOffscreenCanvasSupported: false,
    }).promise;
    if (document.numPages > pages) return { fault: 'pages' };
    const texts: string[] = [];
    let size = 0;
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number);
      const { items } = await page.getTextContent();
      const text = pageLines(items.flatMap(placed)).join('\n');
      size += text.length;
      if (size > characters) return { fault: 'characters' };
      texts.push(text);
      page.cleanup();
    }
    return { text: texts.join('\n\f'), pages: document.numPages };
  } catch (error) {
    const name = error instanceof Error ? error.name : '';
    return { fault: name === 'PasswordException' ? 'password' : 'damaged' };
  }
}

type Item = Awaited<ReturnType<PDFPageProxy['getTextContent']>>['items'][number];

function placed(item: Item): PlacedText[] {
  if (!('str' in item)) return [];
  const [, , , scale = 10, x = 0, y = 0] = item.transform as number[];
  return [{ str: item.str, x, y, width: item.width, height: item.height || Math.abs(scale) }];
}
