import { audit, type City, ensureMay, ensureNotSecret } from '#access';
import { ensureVersion } from '#http/client';
import { ensure } from '#kernel/refusal';
import { checkWords } from '#kernel/sentence';
import { valuesOf } from '../domain/values.ts';
import type { Wording } from '../domain/wording.ts';
import { lockOn } from '../store/decision.ts';
import { addWording, type LetterId, readWordings } from '../store/letter.ts';
import { actNames, partNames, stateNames } from '../texts.ts';
import { ensureDrafts } from './drafting-office.ts';
import { openLetter } from './open-letter.ts';

type Saving = { readonly id: LetterId; readonly version: number; readonly wording: Wording };

/** Other sentences around the same figures; only while it is being drafted. */
export async function saveWording(city: City, { id, version, wording }: Saving): Promise<number> {
  ensureMay(city, 'letter.edit', {});
  await lockOn(city.tx, id);
  const opened = await openLetter(city, id);
  const { letter, edition, figures, standing } = opened;
  const state = stateNames[standing.state];
  ensure(standing.state === 'drafting', 'letter.not_now', { state, act: actNames.edit });
  ensureDrafts(city, letter.form);
  ensureVersion(edition, version, { current: opened.wording });
  const { title, facts, requests, meeting, ...rest } = wording;
  const named = { [partNames.title]: title, [partNames.facts]: facts, [partNames.requests]: requests };
  checkWords(named, valuesOf(figures, null), 'letter');
  const said = [title, facts, requests, ...Object.values(rest), ...Object.values(meeting ?? {})];
  ensureNotSecret({ text: said.filter(Boolean).join('\n') });
  const { accountId, personId = null, name: by } = city.actor;
  const number = ((await readWordings(city.tx, [id])).get(id) ?? []).length + 1;
  const kept = { ...wording, meeting: letter.form === 'interview' ? meeting : null };
  await addWording(city.tx, { letterId: id, number, wording: kept, accountId, personId, by, at: city.now });
  await audit(city, {
    ...{ action: 'letter.edit', object: 'letter', objectId: id },
    details: { form: letter.form, edit: number },
  });
  return edition + 1;
}
