import { fieldNames, kindNames } from '../texts.ts';

type Fields = Readonly<Record<string, unknown>>;

/** What differs between two states of an organisation, in words. */
export function changeLines(
  before: Fields | null,
  after: Fields,
  nameOf: (idOrSlug: string) => string,
): { field: string; before: string | null; after: string | null }[] {
  const word = (key: string, value: unknown): string | null => {
    if (value === null || value === undefined || value === '') return null;
    if (Array.isArray(value)) return value.length === 0 ? null : value.join('、');
    const text = String(value);
    if (key === 'kind') return kindNames[text] ?? text;
    return /^(parent|successor)/.test(key) ? nameOf(text) : text;
  };
  return Object.keys(after).flatMap((key) => {
    const [was, is] = [word(key, before?.[key]), word(key, after[key])];
    return was === is ? [] : [{ field: fieldNames[key] ?? key, before: was, after: is }];
  });
}
