import { type City, ensureMay } from '#access';
import {
  type ChosenLines,
  listOrganisations,
  organisationDifference,
  settleDifference as settle,
} from '#engines/registry';
import { fieldNames, kindNames } from '../texts.ts';

/** Both sides in words, line by line. */
export async function readDifference(city: City) {
  ensureMay(city, 'organisation.edit', {});
  const { lines, missing, gone } = await organisationDifference(city);
  const names = new Map((await listOrganisations(city)).map(({ slug, name }) => [slug, name]));
  for (const { slug, name } of missing) names.set(slug, name);
  const word = (field: string, value: string | number | null): string | null => {
    if (value === null) return null;
    if (field === 'kind') return kindNames[value] ?? String(value);
    return field === 'parent' || field === 'successor'
      ? (names.get(String(value)) ?? String(value))
      : String(value);
  };
  return {
    lines: lines.map(({ slug, name, version, field, pack, here, cause }) => ({
      ...{ slug, name, version, field, cause, fieldName: fieldNames[field] ?? field },
      ...{ pack: word(field, pack), here: word(field, here) },
    })),
    missing: [...missing],
    gone: [...gone],
  };
}

export async function settleDifference(city: City, chosen: ChosenLines): Promise<void> {
  ensureMay(city, 'organisation.edit', {});
  await settle(city, chosen);
}
