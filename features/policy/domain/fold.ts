/** Characters that only differ by width or by the program that wrote them, one for one. */
const folded: Readonly<Record<string, string>> = {
  '﹐': '，',
  '､': '、',
  '﹑': '、',
  '｡': '。',
  '．': '.',
  '﹒': '.',
  '；': '；',
  ';': '；',
  '﹔': '；',
  '！': '！',
  '!': '！',
  '？': '？',
  '?': '？',
  '（': '（',
  '(': '（',
  '﹙': '（',
  '⑴': '⑴',
  '）': '）',
  ')': '）',
  '﹚': '）',
  '[': '〔',
  '［': '〔',
  '﹝': '〔',
  ']': '〕',
  '］': '〕',
  '﹞': '〕',
  '〖': '【',
  '〗': '】',
  '“': '"',
  '”': '"',
  '„': '"',
  '‟': '"',
  '〝': '"',
  '〞': '"',
  '＂': '"',
  '「': '"',
  '」': '"',
  '『': '"',
  '』': '"',
  '〈': '《',
  '〉': '》',
  '＜': '《',
  '＞': '》',
  '～': '—',
  '~': '—',
  '〜': '—',
  '–': '—',
  '―': '—',
  '─': '—',
  '－': '—',
  '−': '—',
  '﹣': '—',
  '＋': '+',
  '○': '〇',
  '◯': '〇',
};

const digit = /[0-9]/;
const latin = /[0-9A-Za-z]/;

/** Radicals and compatibility characters, which some programs write into PDF files in place of the common ones. */
export function repaired(char: string): string {
  const code = char.charCodeAt(0);
  if ((code < 0x2e80 || code > 0x2fdf) && (code < 0xf900 || code > 0xfaff)) return char;
  const common = char.normalize('NFKC');
  return common.length === 1 ? common : char;
}

/** What a character means, told from its neighbours where it has to be: a stop, a decimal point, a thousands comma. */
export function fold(char: string, before: string, after: string): string {
  const known = folded[char];
  if (known !== undefined && known !== '.') return known;
  const code = char.charCodeAt(0);
  const narrow = code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : char;
  const ascii = known ?? narrow;
  switch (ascii) {
    case '.':
      return latin.test(narrowed(before)) ? '.' : '。';
    case ',':
      return digit.test(narrowed(before)) && digit.test(narrowed(after)) ? ',' : '，';
    case ':':
      return latin.test(narrowed(before)) && latin.test(narrowed(after)) ? ':' : '：';
    default:
      return folded[ascii] ?? ascii;
  }
}

function narrowed(char: string): string {
  const code = char.charCodeAt(0);
  return code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : char;
}
