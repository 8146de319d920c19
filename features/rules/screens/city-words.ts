type FieldWords = { readonly is?: readonly string[]; readonly [key: string]: unknown };

/** The city's own vocabulary as its file says it; what this screen does not edit is kept as it is. */
export type CityWords = {
  readonly fields?: Readonly<Record<string, FieldWords>>;
  readonly [key: string]: unknown;
};

export function ownWords({ fields }: CityWords, field: string): readonly string[] {
  return fields?.[field]?.is ?? [];
}

export function withWord(value: CityWords, field: string, word: string): CityWords {
  const is = ownWords(value, field);
  if (is.includes(word)) return value;
  return { ...value, fields: { ...value.fields, [field]: { ...value.fields?.[field], is: [...is, word] } } };
}

export function withoutWord(value: CityWords, field: string, word: string): CityWords {
  const is = ownWords(value, field).filter((one) => one !== word);
  return { ...value, fields: { ...value.fields, [field]: { ...value.fields?.[field], is } } };
}

/** Without fields of which nothing is left. */
export function changedWords(value: CityWords): CityWords {
  const fields = Object.entries(value.fields ?? {}).filter(
    ([, words]) => Object.keys(words).some((key) => key !== 'is') || (words.is ?? []).length > 0,
  );
  return { ...value, fields: Object.fromEntries(fields) };
}
