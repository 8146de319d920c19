import type { City } from '#access';
import { refuse } from '#kernel/refusal';
import { sectionOf } from '#pack';
import { dispatchSection } from '../dispatch-section.ts';
import type { Cadence } from '../domain/cadence.ts';
import '../refusals.ts';

/** Those in use; what the pack switched off is nowhere to be seen. */
export function cadencesOf({ pack }: Pick<City, 'pack'>): Cadence[] {
  return sectionOf(pack, dispatchSection).filter(({ off }) => !off);
}

export function cadenceNamed(city: Pick<City, 'pack'>, id: string): Cadence {
  const cadences = cadencesOf(city);
  const cadence = cadences.find((one) => one.id === id);
  const known = cadences.map((one) => `${one.id}（${one.name}）`).join('、');
  return cadence ?? refuse('meeting.no_such_cadence', { cadence: id, cadences: known });
}
