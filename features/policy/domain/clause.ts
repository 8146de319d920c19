/** A clause of a sentence in a clear text, with the sentence's number. */
export type Clause = { readonly start: number; readonly end: number; readonly sentence: number };

/** Clauses end at commas, sentences at stops and where a paragraph does. */
export function clausesOf(text: string, breaksAt: (index: number) => boolean): Clause[] {
  const clauses: Clause[] = [];
  let start = 0;
  let sentence = 0;
  let depth = 0;
  for (let index = 0; index <= text.length; index++) {
    const char = text[index] ?? '。';
    if (char === '（') depth++;
    if (char === '）') depth = Math.max(0, depth - 1);
    const stop = /[。！？]/.test(char) || index === text.length || (index > 0 && breaksAt(index));
    if (stop) depth = 0;
    const dated =
      char === '、' &&
      /^(?:到|至)?(?:(?:19|20)\d{2}年)?(?:年底|\d{1,2}月(?:底|末|前))/.test(
        text.slice(index + 1, index + 14),
      );
    if (!stop && (depth > 0 || !(/[，；：]/.test(char) || dated))) continue;
    if (index > start) clauses.push({ start, end: index, sentence });
    start = /[。！？，；：、]/.test(char) ? index + 1 : index;
    if (stop) sentence++;
  }
  return clauses;
}
