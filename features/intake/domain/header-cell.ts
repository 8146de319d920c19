import type { Cell } from '#sheets';
import { amountMeaning } from './amount-meaning.ts';
import type { Mapping } from './column.ts';
import { headerWording, printedHeader } from './header-text.ts';
import { phraseMeanings } from './phrase-meaning.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What headers are known by: the packs' words, and what a person said of this sender's. */
export type HeaderWords = {
  readonly vocabulary: Vocabulary;
  /** The lowest level of each header a person gave a meaning to. */
  readonly known: ReadonlyMap<string, string>;
};

export function headerWords(vocabulary: Vocabulary, mapping: Mapping | undefined): HeaderWords {
  const known = new Map<string, string>();
  for (const { header, field } of mapping?.columns ?? []) {
    known.set(header.split('/').at(-1) ?? header, field ?? `none ${header}`);
  }
  return { vocabulary, known };
}

/** The field a single header cell would name, seen without its upper header. */
export function headerField(cell: Cell, { vocabulary, known }: HeaderWords): string | undefined {
  if (cell.kind !== 'text') return undefined;
  const printed = printedHeader(cell);
  const told = known.get(printed);
  if (told !== undefined) return told;
  if (printed.length > 80 || /[:：]\s*$/.test(printed)) return undefined;
  const wording = headerWording(printed);
  if (wording.length === 0 || wording.length > 40 || isAnswer(wording, vocabulary)) return undefined;
  for (const kind of ['list', 'report'] as const) {
    const best = phraseMeanings([wording], kind, vocabulary)[0];
    if (best && best.score >= (wording.length > 16 ? 75 : 62)) return best.field;
  }
  if (wording.length > 24 || /[。，；]/.test(printed)) return undefined;
  const amount = amountMeaning([wording], { kind: 'list', year: 0 }, vocabulary.amounts);
  return amount && /投资|完成|累计|计划|月/.test(wording) ? `amount ${wording}` : undefined;
}

/** 「未赋码」, 「5月中旬」: what stands below a header, though it sounds like one. */
function isAnswer(wording: string, { words }: Vocabulary): boolean {
  return (
    words.noCode.includes(wording) ||
    /^(?:\d{4}年)?\d{1,2}月(?:[上中下]旬|[初底末]|\d{1,2}[日号])前?$/.test(wording)
  );
}
