import { type City, ensureMay, may } from '#access';
import { readStructures } from '../store/structure.ts';

/** Of a year; whoever sees no part of one does not see it. */
export async function listStructures(city: City, { year }: { readonly year: number }) {
  ensureMay(city, 'structure.view', {});
  const found = await readStructures(city.tx, year);
  return {
    structures: found.filter(({ parts }) => parts.length > 0),
    mayChange: may(city.actor, 'structure.change', {}),
  };
}
