/** A label with its value; `wide` takes the whole line. */
export type CardFact = { readonly label: string; readonly value: string; readonly wide?: boolean };

export type CardPart =
  | { readonly kind: 'statement'; readonly lead: string; readonly text: string; readonly lines: number }
  | { readonly kind: 'facts'; readonly facts: readonly CardFact[] }
  | { readonly kind: 'steps'; readonly steps: readonly { readonly name: string; readonly on: string }[] }
  | {
      readonly kind: 'curve';
      readonly caption: string;
      /** Twelve months as shares of the highest figure, 0 to 1; null where there is none. */
      readonly plan: readonly (number | null)[];
      readonly done: readonly (number | null)[];
    };

/**
 * One A4 page in 16 pt that never becomes two: every part has its lines, and a text longer than its lines ends in 「……」.
 */
export type OnePageCard = {
  readonly title: string;
  readonly under: string;
  /** Shape and word of a light, with the colour of its ink; absent where there is none. */
  readonly lamp?: { readonly shape: string; readonly word: string; readonly ink: string };
  readonly parts: readonly CardPart[];
  readonly foot: string;
};
