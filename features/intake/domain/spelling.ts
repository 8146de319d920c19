/** White space of every kind: full-width and non-breaking spaces, zero-width marks, line breaks. */
const space = /[\s\u00a0\u200b-\u200d\u2060\u3000\ufeff]+/g;

/** Every dash people type for a hyphen. */
const dash = /[-\u2010-\u2015\u2212\u2500\ufe58\ufe63\uff0d]/g;

export function withoutSpace(text: string): string {
  return text.replace(space, '');
}

/** Half-width letters, Chinese characters and marks that are their own spelling: most cells hold nothing else. */
const alreadySpelled = /^[!-~\u3001\u3002\u300a-\u3011\u4e00-\u9fff\u201c\u201d]*$/;

/** One spelling for texts that look alike: half-width, no white space. The key of every word list. */
export function spelling(text: string): string {
  if (alreadySpelled.test(text)) return text;
  return withoutSpace(text.normalize('NFKC'));
}

/** Hyphens of every kind as `-`. */
export function withPlainDashes(text: string): string {
  return text.replace(dash, '-');
}

/** Two projects have the same name if these are equal. */
export function nameKey(name: string): string {
  return withPlainDashes(spelling(name))
    .replace(/[【〔[]/g, '(')
    .replace(/[】〕\]]/g, ')')
    .toLowerCase();
}

const edge = /[\s\u00a0\u3000\ufeff]/;

/** A text as it is kept: trimmed at both ends, its line ends `\n`. */
export function trimmed(text: string): string {
  if (!edge.test(text.charAt(0)) && !edge.test(text.charAt(text.length - 1)) && !text.includes('\r'))
    return text;
  return text.replace(/\r\n?/g, '\n').replace(/^[\s\u00a0\u3000\ufeff]+|[\s\u00a0\u3000\ufeff]+$/g, '');
}
