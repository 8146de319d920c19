import { spelling } from './spelling.ts';
import type { FieldWords, Vocabulary } from './vocabulary.ts';

/**
 * What a city may not add: one wording for two fields, or words for a field there is not. Wordings that stand for two
 * fields already are told apart by what else a table says, and stay.
 */
export function vocabularyClashes(
  after: Vocabulary,
  before: Vocabulary,
  nameOf: (field: string) => string,
): { message: string; remedy: string }[] {
  return Object.entries(after.fields).flatMap(([field, words]) => {
    const known = before.fields[field];
    if (!known) {
      const remedy = `可用的字段有：${Object.keys(before.fields).join('、')}`;
      return [{ message: `没有名为“${field}”的字段`, remedy }];
    }
    const old = new Set(known.is.map(spelling));
    return words.is
      .filter((word) => !old.has(spelling(word)))
      .flatMap((word) => {
        const other = ownerOf(word, field, words.kind, after);
        const message = `“${word}”已是“${nameOf(other ?? '')}”的写法，不能又是“${nameOf(field)}”的`;
        return other ? [{ message, remedy: '一个写法只能指一个字段，请删去其中一处' }] : [];
      });
  });
}

function ownerOf(
  word: string,
  field: string,
  kind: FieldWords['kind'],
  { fields }: Vocabulary,
): string | undefined {
  const spelled = spelling(word);
  const [found] =
    Object.entries(fields).find(
      ([other, words]) =>
        other !== field &&
        (kind === undefined || words.kind === undefined || kind === words.kind) &&
        words.is.some((one) => spelling(one) === spelled),
    ) ?? [];
  return found;
}
