import Type from 'typebox';
import { definePackSection } from '#pack';
import type { AmountWords, CellWords, FieldWords, RowWords, Vocabulary } from './domain/vocabulary.ts';
import { vocabularyClashes } from './domain/vocabulary-clash.ts';
import { fieldName } from './field-names.ts';

const Words = Type.Array(Type.String({ minLength: 1 }));
const Meanings = Type.Record(Type.String(), Words);

const FieldFile = Type.Object(
  {
    is: Type.Optional(Words),
    ends: Type.Optional(Words),
    has: Type.Optional(Words),
    not: Type.Optional(Words),
    kind: Type.Optional(Type.Union([Type.Literal('list'), Type.Literal('report')])),
    ignored: Type.Optional(Type.Boolean()),
  },
  { additionalProperties: false },
);

const amountNames = [
  'ratio',
  'otherAmount',
  'total',
  'plan',
  'done',
  'cumulative',
  'sinceStart',
  'thisMonth',
  'lastMonth',
  'thisYear',
  'lastYearEnd',
  'soFar',
] as const satisfies readonly (keyof AmountWords)[];
const rowNames = [
  'total',
  'subtotal',
  'note',
  'signature',
  'instructions',
] as const satisfies readonly (keyof RowWords)[];
const wordNames = ['yes', 'no', 'empty', 'noCode', 'same'] as const satisfies readonly (keyof CellWords)[];

/** A layer may hold any part; what it lists is added to the layer below. */
export const VocabularyFile = Type.Object(
  {
    fields: Type.Optional(Type.Record(Type.String(), FieldFile)),
    amounts: Type.Optional(
      Type.Partial(Type.Record(Type.Union(amountNames.map((n) => Type.Literal(n))), Words)),
    ),
    rows: Type.Optional(Type.Partial(Type.Record(Type.Union(rowNames.map((n) => Type.Literal(n))), Words))),
    words: Type.Optional(
      Type.Object({
        ...Object.fromEntries(wordNames.map((name) => [name, Type.Optional(Words)] as const)),
        levels: Type.Optional(Meanings),
        stages: Type.Optional(Meanings),
      }),
    ),
  },
  { additionalProperties: false },
);

type Partly = {
  fields?: Record<string, Partial<FieldWords>>;
  amounts?: Partial<AmountWords>;
  rows?: Partial<RowWords>;
  words?: Partial<CellWords>;
};

/** The words headers, rows and cells are read with. A city adds its own to those of the country. */
export const vocabularySection = definePackSection<Vocabulary>({
  id: 'vocabulary',
  files: ['vocabulary.yaml'],
  read: (files) =>
    files.result(vocabularyOf((files.yaml('vocabulary.yaml', VocabularyFile)?.value ?? {}) as Partly)),
  merge: mergeVocabulary,
  checkChange: (after, before) =>
    vocabularyClashes(after, before, fieldName).map((fault) => ({
      file: 'vocabulary.yaml',
      line: 1,
      ...fault,
    })),
});

/** Fills in what a file leaves out. */
export function vocabularyOf(file: Partly): Vocabulary {
  const fields = Object.entries(file.fields ?? {}).map(
    ([field, words]) => [field, { is: [], ends: [], has: [], not: [], ...words }] as const,
  );
  const lists = <K extends string>(
    names: readonly K[],
    of: Partial<Record<K, readonly string[]>> | undefined,
  ) =>
    Object.fromEntries(names.map((name) => [name, of?.[name] ?? []])) as unknown as Record<
      K,
      readonly string[]
    >;
  return {
    fields: Object.fromEntries(fields),
    amounts: lists(amountNames, file.amounts),
    rows: lists(rowNames, file.rows),
    words: {
      ...lists(wordNames, file.words),
      levels: file.words?.levels ?? {},
      stages: file.words?.stages ?? {},
    },
  };
}

export function mergeVocabulary(lower: Vocabulary, upper: Vocabulary): Vocabulary {
  const join = <T extends Readonly<Record<string, readonly string[]>>>(a: T, b: T): T =>
    Object.fromEntries(
      [...new Set([...Object.keys(a), ...Object.keys(b)])].map((k) => [
        k,
        [...(b[k] ?? []), ...(a[k] ?? [])],
      ]),
    ) as unknown as T;
  const fields = Object.fromEntries(
    [...new Set([...Object.keys(lower.fields), ...Object.keys(upper.fields)])].map((field) => {
      const [a, b] = [lower.fields[field], upper.fields[field]];
      if (!a || !b) return [field, (a ?? b) as FieldWords];
      const { is, ends, has, not } = join(
        { is: a.is, ends: a.ends, has: a.has, not: a.not },
        { is: b.is, ends: b.ends, has: b.has, not: b.not },
      );
      return [field, { ...a, ...b, is, ends, has, not } as FieldWords];
    }),
  );
  const { levels, stages, ...words } = lower.words;
  const { levels: upperLevels, stages: upperStages, ...upperWords } = upper.words;
  return {
    fields,
    amounts: join(lower.amounts, upper.amounts),
    rows: join(lower.rows, upper.rows),
    words: {
      ...join(words, upperWords),
      levels: join(levels, upperLevels),
      stages: join(stages, upperStages),
    },
  };
}
