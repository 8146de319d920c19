import { useEffect, useMemo, useRef } from 'react';
import type { DraftMeasure } from '../../contract.ts';
import { texts } from '../../texts.ts';

type Span = { readonly start: number; readonly end: number };

type Props = {
  readonly text: string;
  readonly measures: readonly DraftMeasure[];
  readonly chosen: string | undefined;
  /** The field being touched. */
  readonly lit: Span | undefined;
  readonly pick: (key: string) => void;
};

/** The text as it was read; the chosen measure stands out in it, its fields are marked, the touched one is lit. */
export function SourceText({ text, measures, chosen, lit, pick }: Props) {
  const box = useRef<HTMLElement>(null);
  const pieces = useMemo(() => piecesOf(text, measures, chosen, lit), [text, measures, chosen, lit]);
  useEffect(() => {
    const at = box.current?.querySelector('[data-lit]');
    if (lit && at) at.scrollIntoView({ block: 'nearest' });
  }, [lit]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard
    <section ref={box} className="review-text" aria-label={texts.original} tabIndex={0}>
      {pieces.map(({ from, words, owner, kind }) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the same measure is chosen by keyboard in the list beside
        // biome-ignore lint/a11y/noStaticElementInteractions: a shortcut for the pointer, not a control of its own
        <span
          key={from}
          className={kind ? `review-${kind}` : undefined}
          data-lit={kind === 'lit' ? '' : undefined}
          onClick={owner ? () => pick(owner) : undefined}
        >
          {words}
        </span>
      ))}
    </section>
  );
}

type Kind = 'lit' | 'field' | 'chosen' | undefined;
type Piece = {
  readonly from: number;
  readonly words: string;
  readonly owner: string | undefined;
  readonly kind: Kind;
};

function piecesOf(
  text: string,
  measures: readonly DraftMeasure[],
  chosen: string | undefined,
  lit: Span | undefined,
): Piece[] {
  const measure = measures.find((one) => one.key === chosen);
  const fields = measure ? fieldPlaces(measure) : [];
  const marks = [...measures.map(({ place }) => place), ...fields, ...(lit ? [lit] : [])];
  const cuts = [...new Set([0, text.length, ...marks.flatMap(({ start, end }) => [start, end])])]
    .filter((at) => at >= 0 && at <= text.length)
    .sort((a, b) => a - b);
  const within = (at: number, { start, end }: Span) => start <= at && at < end;
  return cuts.slice(0, -1).map((from, index): Piece => {
    const kind: Kind =
      lit && within(from, lit)
        ? 'lit'
        : fields.some((one) => within(from, one))
          ? 'field'
          : measure && within(from, measure.place)
            ? 'chosen'
            : undefined;
    const owner = measures.find(({ place }) => within(from, place))?.key;
    return { from, words: text.slice(from, cuts[index + 1]), owner, kind };
  });
}

function fieldPlaces({ titlePlace, lead, support, targets }: DraftMeasure): Span[] {
  return [titlePlace, ...[...lead, ...support, ...targets].flatMap(({ place }) => place ?? [])];
}
