import type { DraftMeasure } from '../../contract.ts';

type Measures = readonly DraftMeasure[];

export function changeMeasure(measures: Measures, next: DraftMeasure): DraftMeasure[] {
  return measures.map((one) => (one.key === next.key ? next : one));
}

/** Two from one: the same units and day; what each promises is divided by hand. */
export function splitMeasure(measures: Measures, key: string): DraftMeasure[] {
  return measures.flatMap((one) =>
    one.key === key
      ? [one, { ...one, key: freeKey(measures, key), no: `${one.no}之二`.slice(0, 40), targets: [] }]
      : [one],
  );
}

/** The measure becomes part of the one before it: its targets and units are added there. */
export function mergeUp(measures: Measures, key: string): DraftMeasure[] {
  const at = measures.findIndex((one) => one.key === key);
  const [upper, lower] = [measures[at - 1], measures[at]];
  if (!upper || !lower) return [...measures];
  const names = new Set([...upper.lead, ...upper.support].map(({ name }) => name));
  const fresh = (units: DraftMeasure['lead']) => units.filter(({ name }) => !names.has(name));
  const merged: DraftMeasure = {
    ...upper,
    lead: [...upper.lead, ...fresh(lower.lead)],
    support: [...upper.support, ...fresh(lower.support)],
    targets: [...upper.targets, ...lower.targets],
    dueOn:
      [upper.dueOn, lower.dueOn]
        .filter((day) => day !== null)
        .sort()
        .at(-1) ?? null,
    place: {
      start: Math.min(upper.place.start, lower.place.start),
      end: Math.max(upper.place.end, lower.place.end),
    },
  };
  return measures.flatMap((one, index) => (index === at ? [] : index === at - 1 ? [merged] : [one]));
}

/** 1, 2, 3 … over those that are followed; what is not followed keeps its number as printed. */
export function renumbered(measures: Measures): DraftMeasure[] {
  let next = 0;
  return measures.map((one) => {
    if (one.dropped !== null) return one;
    next += 1;
    return { ...one, no: String(next) };
  });
}

function freeKey(measures: Measures, key: string): string {
  const taken = new Set(measures.map((one) => one.key));
  for (let number = 2; ; number += 1) if (!taken.has(`${key}-${number}`)) return `${key}-${number}`;
}
