import { kindRulesOf } from '#engines/matters';
import type { Pack } from '#pack';

/** What the city calls a choice; an id it no longer offers reads as it was given. */
export function choiceName(pack: Pack, kind: string, field: string, id: string | null): string | null {
  if (id === null) return null;
  return kindRulesOf(pack, kind).choices[field]?.find((one) => one.id === id)?.text ?? id;
}
