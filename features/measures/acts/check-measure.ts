import { type City, ensureNotSecret } from '#access';
import { actOnMatter, seatsHeld } from '#engines/matters';
import type { InputOf } from '#http';
import { ensure } from '#kernel/refusal';
import { defineTellingKinds, tell } from '#telling';
import type { checkMeasure as route } from '../contract.ts';
import { measureFor } from './hold-measure.ts';
import { choicesOf } from './measure-standing.ts';

defineTellingKinds({ 'measure.checked': '督考核查结论' });

/** The office's own verdict, whatever the unit said; after a report it begins the next period. */
export async function checkMeasure(city: City, { id, version, ...given }: InputOf<typeof route>) {
  const row = await measureFor(city, 'measure.check', id);
  const verdict = choicesOf(city, 'verdict').find((one) => one.id === given.verdict);
  ensure(verdict, 'measure.no_such_choice', { field: '核查结论' });
  ensureNotSecret({ text: `${given.seen}\n${given.checkNote}` });
  const done = await actOnMatter(city, {
    ...{ matterId: row.matterId, version, action: row.state === 'checking' ? 'check' : 'inspect', given },
    seats: (held) => seatsHeld(city.actor, held.row).filter((seat) => seat !== 'system'),
  });
  if (row.matterLead)
    await tell(city, {
      ...{ key: `measure ${row.measureId} v${done.row.version} checked`, to: [{ org: row.matterLead }] },
      ...{ kind: 'measure.checked', title: `督考核查：${verdict.name}`, urgency: 'normal' },
      text: `${row.no}${row.title}：${verdict.name}。${given.checkNote}`,
      about: { object: 'policy-measure', objectId: row.measureId, path: `/measures/${row.measureId}` },
    });
  return { version: done.row.version };
}
