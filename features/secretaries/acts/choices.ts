import type { City } from '#access';
import { kindRulesOf } from '#engines/matters';
import { type ResponsibilityKind, responsibilitiesSection } from '#engines/registry';
import { sectionOf } from '#pack';
import { secretariesSection } from '../secretaries-section.ts';

type Named = { readonly id: string; readonly name: string };

export function waysOf({ pack }: City): Named[] {
  return sectionOf(pack, secretariesSection).ways.map(({ id, text }) => ({ id, name: text }));
}

/** A blocker is sorted as the problem it may become. */
export function causesOf({ pack }: City): Named[] {
  const causes = kindRulesOf(pack, 'problem').choices['cause'] ?? [];
  return causes.map(({ id, text }) => ({ id, name: text }));
}

/** The responsibility the city's lists name a secretary by, whatever the city calls it. */
export function secretaryKind({ pack }: City): ResponsibilityKind | undefined {
  return sectionOf(pack, responsibilitiesSection).kinds.find(({ field }) => field === 'secretary');
}

export function silentRule({ pack }: City): { readonly silentDays: number; readonly basis: string } {
  const { days, basis } = sectionOf(pack, secretariesSection).silent;
  return { silentDays: days, basis };
}
