import { trimmed } from './spelling.ts';

export type PersonRead = { readonly name: string | null; readonly phone: string | null };

const phoneShape =
  /(?:\+?86[-\s]?)?(?:1[3-9]\d[-\s]?\d{4}[-\s]?\d{4}|0\d{2,3}[-—–－\s]{0,2}\d{7,8}(?:[-转]\d{1,5})?|(?<!\d)\d{7,8}(?!\d))/;

/** Splits a cell that holds a person and a telephone: 「林学（0411-00004815）」, 「乔生⏎0411-00003563」, 「赵生0411-00008895」. */
export function readPerson(written: string): PersonRead {
  const text = trimmed(written.normalize('NFKC'));
  const match = phoneShape.exec(text);
  if (!match) return { name: nameIn(text), phone: null };
  const rest = `${text.slice(0, match.index)} ${text.slice(match.index + match[0].length)}`;
  return { name: nameIn(rest), phone: match[0].replace(/[—–－]/g, '-').replace(/\s+/g, '') };
}

function nameIn(text: string): string | null {
  const name = text
    .replace(/(?:联系)?(?:电话|手机|方式)[:]?/g, ' ')
    .replace(/[(){}[\]:,;/、，]+/g, ' ')
    .trim()
    .replace(/\s+/g, ' ');
  return name === '' ? null : name;
}
