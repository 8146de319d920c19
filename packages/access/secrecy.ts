import { defineRefusals, ensure } from '#kernel/refusal';

defineRefusals({
  'secrecy.marked': {
    status: 422,
    text: '内容带有国家秘密标志。本系统为非涉密系统，不予接收，文件名和内容均未留存。请立即停止在本机处理，并按保密规定办理。',
  },
});

const level = '(?:绝\\s*密|机\\s*密|秘\\s*密)';
const kind = '(?:级|件|文件|资料)?';
const term = '(?:长期|\\d+\\s*(?:年|个?月|天))';
const opening = '[\\[【(〔《]';
const closing = '[\\]】)〕》]';
const gap = '[\\s_\\-—.,，、·:★☆]';

/** Marks that are marks wherever they stand; 商业秘密 is another thing. */
const anywhere = [
  new RegExp(`(?<!商业|商务|技术)${level}\\s*[★☆]`),
  new RegExp(`[★☆]\\s*${level}(?![\\p{Script=Han}])`, 'u'),
  new RegExp(`密\\s*级(?:等级|标志|标识)?\\s*(?:为|[:=])?\\s*${opening}?\\s*${level}(?!\\s*[、/,，或和])`),
  new RegExp(`密\\s*级[^\\n]{0,40}[☑☒√✓✔■]\\s*${level}`),
];

/** A line of the document's head that holds nothing but the mark. */
const wholeLine = new RegExp(`^${opening}?${level}${closing}?${kind}[\\s·:\\-—]*${term}?$`);

const inName = [
  new RegExp(`${opening}\\s*${level}${kind}\\s*(?:[·\\-—]?\\s*${term})?\\s*${closing}`),
  new RegExp(`^${level}${kind}(?=$|${gap})`),
  new RegExp(`(?:^|${gap})${level}${kind}(?:\\s*${term})?$`),
  /^(?:绝密|机密)(?!性|计算|保护|保密|管理|文件管理|室|局)/,
];

const headLines = 20;

export type Bearer = { readonly name?: string | undefined; readonly text?: string | undefined };

/** Does a file name or a text bear a mark of state secrecy? Words that merely contain the characters do not count. */
export function bearsSecrecyMark({ name, text }: Bearer): boolean {
  const words = plain(text ?? '');
  const stem = plain(name ?? '')
    .replace(/\.[a-z0-9]{1,5}$/i, '')
    .trim();
  if (anywhere.some((mark) => mark.test(words) || mark.test(stem))) return true;
  if (inName.some((mark) => mark.test(stem))) return true;
  return headOf(words).some((line) => wholeLine.test(line));
}

/** Guatu holds no state secrets: what bears a mark is refused, and the refusal does not repeat what it was. */
export function ensureNotSecret(bearer: Bearer): void {
  ensure(!bearsSecrecyMark(bearer), 'secrecy.marked');
}

function headOf(words: string): string[] {
  return words
    .split(/[\n\r\t]/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .slice(0, headLines);
}

/** One width, simplified characters, nothing invisible in between. */
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\u200b-\u200f\u2060\ufeff]/g, '')
    .replaceAll('機', '机')
    .replaceAll('絕', '绝')
    .replaceAll('絶', '绝')
    .replaceAll('祕', '秘')
    .replaceAll('級', '级');
}
