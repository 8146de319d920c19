import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compilePage } from './compile-page.ts';
import { openCompiler } from './compiler.ts';
import { substitutionWarning } from './faces.ts';
import type { CardFact, CardPart, OnePageCard } from './one-page.ts';
import type { RenderedPdf } from './render-pdf.ts';

const source = readFileSync(join(import.meta.dirname, 'card.typ'), 'utf8');

/** The card as PDF: one page. The same card with the same fonts gives the same bytes. */
export function renderCard({ title, under, lamp, parts, foot }: OnePageCard): RenderedPdf {
  const { families, substitutions } = openCompiler().chosen;
  const bytes = compilePage(source, {
    families,
    ...{ title: breakable(title), under: breakable(under), foot: breakable(foot) },
    lamp: lamp ?? null,
    parts: parts.map(partInput),
  });
  return { bytes, warning: substitutionWarning(substitutions) };
}

function partInput(part: CardPart): object {
  switch (part.kind) {
    case 'statement':
      return { ...part, text: breakable(part.text, part.lines) };
    case 'facts':
      return { ...part, facts: part.facts.map(factInput) };
    case 'steps':
      return { ...part, steps: part.steps.map(({ name, on }) => ({ name: breakable(name), on })) };
    case 'curve':
      return part;
  }
}

function factInput({ label, value, wide }: CardFact) {
  return { label, value: breakable(value, 2), wide: wide ?? false };
}

/** More characters than that fill no line of the page, however narrow. */
const mostInLine = 90;

/** One paragraph, cut where no room can take it, in which a long word without blanks may break anywhere. */
function breakable(text: string, lines = 1): string {
  const paragraph = text.replace(/\s+/g, ' ').trim();
  const most = [...paragraph].slice(0, (lines + 1) * mostInLine).join('');
  return most.replace(/[!-~]{15,}/g, (word) => [...word].join('\u200b'));
}
