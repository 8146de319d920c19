import type { City } from '#access';
import type { PlainDate } from '#kernel/plain-date';
import { changeProblems, overlayPack, type Pack, type PackProblem, type PackSection, packTexts } from '#pack';
import { type DifferenceLine, difference, linesOf } from '../domain/difference.ts';
import { inForceOn, latest, type Overlay } from '../domain/overlay.ts';
import { inWords } from './in-words.ts';
import { filesOf, packOn } from './pack-on.ts';

export type CheckedText = {
  readonly problems: readonly PackProblem[];
  readonly difference: DifferenceLine[];
  readonly inWords: DifferenceLine[] | null;
  /** The city's pack as it would stand. */
  readonly after: Pack;
};

type Asked = {
  readonly file: string;
  readonly content: string;
  readonly day: PlainDate;
  readonly section: PackSection<unknown>;
  /** Every other overlay of the city. */
  readonly others: readonly Overlay[];
};

/** A text as the city's version of a file from a day on: what is wrong with it, and what it changes that day. */
export function checkText(city: City, { file, content, day, section, others }: Asked): CheckedText {
  const before = packOn(city.pack, others, day).pack;
  const standing = inForceOn(others, day).filter((one) => one.file !== file);
  const files = filesOf(standing).set(file, content);
  const { pack: after, problems } = overlayPack(city.pack, files);
  const words = [before, after].map((pack) => inWords(section, pack));
  const [was, is] = words;
  return {
    problems: problems.length > 0 ? problems : changeProblems(file, after, before),
    difference: difference(linesOf(textOn(city.pack, others, file, day)), linesOf(content)),
    inWords: was && is ? difference(was, is) : null,
    after,
  };
}

/** The city's own text of a file on a day: of the overlay in force, else as shipped; null where there is none. */
export function textOn(
  pack: Pack,
  overlays: readonly Overlay[],
  file: string,
  day: PlainDate,
): string | null {
  const standing = inForceOn(overlays, day).find((one) => one.file === file);
  return standing ? latest(standing).content : shippedText(pack, file);
}

/** The city's layer as shipped. */
export function shippedText(pack: Pack, file: string): string | null {
  return packTexts(pack, file).find((one) => one.city)?.text ?? null;
}

/** What an edit of the city's file begins with: where it replaces what lies below, that. */
export function startingText(
  pack: Pack,
  section: PackSection<unknown>,
  own: string | null,
  file: string,
): string {
  if (own !== null) return own;
  return section.merge ? '' : (packTexts(pack, file).at(-1)?.text ?? '');
}
