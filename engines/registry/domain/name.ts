const opening = /[[【〔]/gu;
const closing = /[\]】〕]/gu;
const dashes = /[\p{Pd}\u2212]/gu;
const blanks = /[\s\u200b-\u200d\u2060]/gu;

/** The name as it is kept: all white space removed, nothing else changed. */
export function cleanName(text: string): string {
  return text.replace(blanks, '');
}

/** Chinese characters, digits, small letters and plain brackets and dashes: most names are nothing else. */
const alreadyNormal = /^[\u4e00-\u9fff0-9a-z()-]*$/;

/** Two names are the same project's if this is equal: width, brackets, dashes and case do not tell names apart. */
export function normalName(text: string): string {
  if (alreadyNormal.test(text)) return text;
  return text
    .normalize('NFKC')
    .replace(blanks, '')
    .replace(opening, '(')
    .replace(closing, ')')
    .replace(dashes, '-')
    .toLowerCase();
}

/** For projects of one sponsor: also without brackets, dashes and the closing words that offices add or drop. */
export function coreName(text: string): string {
  return normalName(text)
    .replace(/[()\-·、,.。“”"']/gu, '')
    .replace(/(?:建设|改造)?(?:项目|工程)$/u, '');
}
