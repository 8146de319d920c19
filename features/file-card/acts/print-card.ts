import { audit, type City } from '#access';
import { type CardPart, renderCard } from '#documents';
import type { ProjectId } from '#engines/registry';
import { lightNames } from '#kernel/light';
import { texts } from '../texts.ts';
import { readCard } from './read-card.ts';

const shapes = { green: '●', yellow: '▲', red: '■', grey: '○' } as const;
/** Inks of the day colours. */
const inks = { green: '#1b7a3d', yellow: '#8a5a00', red: '#b3261e', grey: '#5b6673' } as const;

/** The card as a PDF of one page. */
export async function printCard(city: City, id: ProjectId) {
  const card = await readCard(city, id);
  const { light, title, under, foot } = card;
  const statement = (lead: string, text: string, lines: number): CardPart => ({
    ...{ kind: 'statement', lead: `${lead}　`, text, lines },
  });
  const { bytes } = renderCard({
    ...{ title, under, foot },
    ...(light ? { lamp: { shape: shapes[light], word: `${lightNames[light]}灯`, ink: inks[light] } } : {}),
    parts: [
      statement(texts.why, card.why, 3),
      ...card.notes.map((note) => statement('', note, 1)),
      { kind: 'facts', facts: card.facts },
      { kind: 'steps', steps: card.steps },
      ...(card.curve ? [{ kind: 'curve' as const, ...card.curve }] : []),
      statement(texts.problem, card.problem, 3),
      statement(texts.matter, card.matter, 2),
      statement(texts.people, card.people, 3),
    ],
  });
  await audit(city, { action: 'file-card.view', object: 'project', objectId: id, details: { form: 'pdf' } });
  return { name: `${texts.card} ${title}.pdf`, bytes };
}
