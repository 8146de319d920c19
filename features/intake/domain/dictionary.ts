import { spelling } from './spelling.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A district; zones without a code of their own have none, the city itself bears the city's. */
export type Place = { readonly code: string | null; readonly name: string };

/** All the words a workbook of one city is read with. Keys are `spelling`s. */
export type Dictionary = {
  readonly cityName: string;
  readonly vocabulary: Vocabulary;
  readonly places: ReadonlyMap<string, Place>;
  readonly departments: ReadonlyMap<string, string>;
  readonly levels: ReadonlyMap<string, string>;
  readonly lists: ReadonlyMap<string, string>;
  readonly stages: ReadonlyMap<string, string>;
  readonly yes: ReadonlySet<string>;
  readonly no: ReadonlySet<string>;
  readonly emptyMarks: ReadonlySet<string>;
  readonly noCodeMarks: ReadonlySet<string>;
};

/** What a city's packs say: names with their other spellings. */
export type DictionarySource = {
  /** Without 市: 大连, 丽水. */
  readonly cityName: string;
  readonly vocabulary: Vocabulary;
  readonly districts: readonly {
    readonly code: string | null;
    readonly name: string;
    readonly aliases: readonly string[];
  }[];
  readonly departments: readonly { readonly name: string; readonly aliases: readonly string[] }[];
  readonly lists: readonly { readonly name: string; readonly aliases: readonly string[] }[];
};

export function dictionaryOf(source: DictionarySource): Dictionary {
  const { words } = source.vocabulary;
  return {
    cityName: source.cityName,
    vocabulary: source.vocabulary,
    places: spellingsOf(source.districts, (d): Place => ({ code: d.code, name: d.name })),
    departments: spellingsOf(source.departments, (d) => d.name),
    lists: spellingsOf(source.lists, (l) => l.name),
    levels: meaningsOf(words.levels),
    stages: meaningsOf(words.stages),
    yes: new Set(words.yes.map(spelling)),
    no: new Set(words.no.map(spelling)),
    emptyMarks: new Set(words.empty.map(spelling)),
    noCodeMarks: new Set(words.noCode.map(spelling)),
  };
}

function spellingsOf<T extends { name: string; aliases: readonly string[] }, V>(
  entries: readonly T[],
  meaning: (entry: T) => V,
): Map<string, V> {
  const found = new Map<string, V>();
  for (const entry of entries) for (const alias of entry.aliases) found.set(spelling(alias), meaning(entry));
  // A name of its own wins over another's alias.
  for (const entry of entries) found.set(spelling(entry.name), meaning(entry));
  return found;
}

function meaningsOf(words: Readonly<Record<string, readonly string[]>>): Map<string, string> {
  const found = new Map<string, string>();
  for (const [meaning, spellings] of Object.entries(words)) {
    for (const word of [...spellings, meaning]) found.set(spelling(word), meaning);
  }
  return found;
}
