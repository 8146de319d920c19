import { type City, ensureMay, type Target } from '#access';
import { canonicalHash } from '#documents';
import { type Author, type Standing, type Step, standingOf } from '#kernel/document-flow';
import { ensure, refuse } from '#kernel/refusal';
import type { LetterFigures } from '../domain/figures.ts';
import type { Wording } from '../domain/wording.ts';
import { findLetter, type Letter, type LetterId, readWordings, type WordingRow } from '../store/letter.ts';
import { readSteps } from '../store/step.ts';
import '../refusals.ts';

export type OpenedLetter = {
  readonly letter: Letter;
  readonly figures: LetterFigures;
  readonly wording: Wording;
  readonly steps: readonly Step[];
  readonly standing: Standing;
  /** Grows with every edit and every step. */
  readonly edition: number;
  /** Whoever composed it, wrote in it or sent it on as its drafter. */
  readonly authors: readonly Author[];
};

/** A letter for whoever may see it. Row security answers first: a neighbour's letter is not there. */
export async function openLetter(city: City, id: LetterId, action = 'letter.view'): Promise<OpenedLetter> {
  const letter = (await findLetter(city.tx, id)) ?? refuse('letter.not_found');
  const figures = figuresOf(letter);
  const steps = (await readSteps(city.tx, [id])).get(id) ?? [];
  const standing = standingOf(steps);
  ensureMay(city, action, targetOf(letter, standing));
  const wordings = (await readWordings(city.tx, [id])).get(id) ?? [];
  const wording = wordings.at(-1)?.wording ?? refuse('letter.not_found');
  return {
    ...{ letter, figures, wording, steps, standing },
    edition: wordings.length + steps.length,
    authors: authorsOf(letter, wordings, steps),
  };
}

export function figuresOf({ figures, hash }: Letter): LetterFigures {
  ensure(canonicalHash(figures) === hash, 'pressure.copy_altered');
  return JSON.parse(figures) as LetterFigures;
}

export function targetOf({ orgId }: Letter, { state }: Standing): Target {
  return { holders: [orgId], state, hidden: true };
}

function authorsOf(letter: Letter, wordings: readonly WordingRow[], steps: readonly Step[]): Author[] {
  const drafts = steps.filter(({ act }) => act === 'submit');
  return [
    { accountId: letter.accountId, personId: letter.personId, name: letter.composedBy },
    ...[...wordings, ...drafts].map(({ accountId, personId, by }) => ({ accountId, personId, name: by })),
  ];
}
