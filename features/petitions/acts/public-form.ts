import type { City } from '#access';
import { kindRulesOf, limitText, matterKind } from '#engines/matters';
import { districtKinds, listOrganisations } from '#engines/registry';
import { limitsOf, publicKindsOf } from '../petitions-section.ts';

/** What the public pages ask, as the city's pack has it. */
export async function publicForm(city: City) {
  const districts = await listOrganisations(city, { kinds: districtKinds, asOf: city.today });
  const { files: most, fileMegabytes: megabytes } = limitsOf(city.pack);
  return {
    city: city.pack.name,
    kinds: publicKindsOf(city.pack).map(({ id, languages }) => {
      const rules = kindRulesOf(city.pack, id);
      const { clocks, text } = matterKind(id);
      return {
        ...{ id, name: rules.text ?? text, notice: rules.notice ?? null, languages: [...languages] },
        categories: (rules.choices['category'] ?? []).map((one) => ({ id: one.id, name: one.text })),
        limits: ['accept', 'handle'].flatMap((clock) => {
          const rule = rules.clocks[clock]?.rule;
          return rule ? [{ clock, name: clocks[clock]?.text ?? clock, limit: limitText(rule.limit) }] : [];
        }),
      };
    }),
    districts: districts.map(({ orgId, name }) => ({ id: orgId as string, name })),
    files: { most, megabytes },
  };
}
