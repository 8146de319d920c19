import { Parser } from 'htmlparser2';
import { ensure } from '#kernel/refusal';

const silent = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'select',
  'button',
  'textarea',
  'svg',
  'iframe',
  'nav',
  'footer',
  'title',
  'head',
  'object',
  'audio',
  'video',
]);
const blocks = new Set([
  'p',
  'div',
  'section',
  'article',
  'header',
  'main',
  'aside',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'ul',
  'ol',
  'li',
  'table',
  'tr',
  'thead',
  'tbody',
  'caption',
  'blockquote',
  'pre',
  'form',
  'fieldset',
  'dl',
  'dt',
  'dd',
  'center',
  'hr',
  'figure',
  'address',
  'details',
  'summary',
]);
const cells = new Set(['td', 'th']);

/** Far more than any page needs; the parser's own work grows with the square of the depth. */
const deepest = 1_000;

/**
 * The text of a web page, a line for every block. White space means what it means in a page: nothing. Items of an
 * ordered list get the number that a reader would see.
 */
export function readHtml(html: string, file: string): string {
  const lines: string[] = [];
  let line = '';
  const muted: string[] = [];
  const lists: number[] = [];
  let depth = 0;
  const end = () => {
    const text = line.replace(/[ \t\r\n\u00a0]+/g, ' ').trim();
    if (text !== '') lines.push(text);
    line = '';
  };
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        ensure(++depth <= deepest, 'reading.damaged', { name: file, detail: '网页嵌套过深' });
        // A head that was never closed ends here.
        if (name === 'body') muted.length = 0;
        if (silent.has(name)) muted.push(name);
        if (muted.length > 0) return;
        if (name === 'br') end();
        if (blocks.has(name)) end();
        if (cells.has(name)) line += ' ';
        if (name === 'ol') lists.push(Number.parseInt(attributes['start'] ?? '1', 10) || 1);
        if (name === 'ul') lists.push(Number.NaN);
        if (name === 'li' && lists.length > 0 && !Number.isNaN(lists.at(-1)!)) {
          line += `${lists.at(-1)}.`;
          lists[lists.length - 1]!++;
        }
      },
      ontext(text) {
        if (muted.length === 0) line += text;
      },
      onclosetag(name) {
        depth--;
        if (muted.at(-1) === name) {
          muted.pop();
          return;
        }
        if (muted.length > 0) return;
        if (name === 'ol' || name === 'ul') lists.pop();
        if (blocks.has(name)) end();
        if (cells.has(name)) line += ' ';
      },
    },
    { decodeEntities: true, lowerCaseTags: true },
  );
  parser.write(html);
  parser.end();
  end();
  return lines.join('\n');
}

/** The encoding a page states, where its bytes do not tell. */
export function statedEncoding(bytes: Buffer): string | undefined {
  const head = bytes.toString('latin1', 0, 2048);
  const stated = /charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1]?.toLowerCase();
  if (stated === undefined) return undefined;
  return /^gb/.test(stated)
    ? 'gb18030'
    : /^utf-?8$/.test(stated)
      ? 'utf-8'
      : stated === 'big5'
        ? 'big5'
        : undefined;
}
