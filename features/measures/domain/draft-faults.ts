import type { Draft, DraftMeasure } from '../contract.ts';

export type DraftFault = { readonly key: string; readonly text: string };

/** What must be settled by a person before anybody is asked: nothing unknown goes out as if it were known. */
export function draftFaults({ measures }: Pick<Draft, 'measures'>): DraftFault[] {
  const kept = measures.filter(({ dropped }) => dropped === null);
  if (kept.length === 0) return [{ key: '', text: '没有一条要跟踪的措施' }];
  return kept.flatMap(measureFaults);
}

function measureFaults({ key, no, lead, support }: DraftMeasure): DraftFault[] {
  const units = [...lead, ...support];
  if (units.length === 0) return [{ key, text: `${no} 没有单位，请选定牵头或责任单位` }];
  return units
    .filter(({ orgs }) => orgs.length === 0)
    .map(({ name }) => ({ key, text: `${no} 的“${name}”还没有对应到本市的单位` }));
}

/** Doubts nobody settled; a unit that was given its organisations is settled by that. */
export function openDoubts({ doubts, measures }: Pick<Draft, 'doubts' | 'measures'>): number {
  const settled = new Set(
    measures.flatMap(({ lead, support }) =>
      [...lead, ...support].flatMap(({ place, orgs }) => (place && orgs.length > 0 ? [place.start] : [])),
    ),
  );
  return doubts.filter(
    (one) => !one.settled && !(one.kind.startsWith('unit-') && settled.has(one.place.start)),
  ).length;
}

/** Spellings a person gave one organisation to; what the document leaves open (有关单位) teaches nothing. */
export function taughtNames({ measures }: Pick<Draft, 'measures'>) {
  const taught = new Map<string, string>();
  for (const { lead, support, dropped } of measures)
    for (const { name, orgs, known } of [...lead, ...support]) {
      const [only] = orgs;
      if (dropped === null && only && orgs.length === 1 && (known === 'unknown' || known === 'organ'))
        taught.set(name, only);
    }
  return taught;
}
