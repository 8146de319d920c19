import {
  allPermissions,
  allRoles,
  type City,
  ensureMay,
  explainPermissions,
  may,
  roles,
  rolesSection,
  sentenceKey,
} from '#access';
import { sectionOf, shippedPack } from '#pack';
import { latest, stateOn } from '../domain/overlay.ts';
import { listOverlays } from '../store/overlay.ts';

/** Each role with all that the program lets it do, and what of it the city switched off. */
export async function readRoleRules(city: City) {
  ensureMay(city, 'overlay.view', {});
  const { off } = sectionOf(city.pack, rolesSection);
  const isOff = (role: string, key: string) => off.some((one) => one.role === role && one.sentence === key);
  const overlays = await listOverlays(city.tx, { file: rolesSection.files[0] as string });
  const drafts = overlays.filter((one) => stateOn(one, overlays, city.today) === 'draft');
  return {
    roles: allRoles.map((role) => ({
      ...{ role, name: roles[role].name, administrator: roles[role].administrator },
      sentences: sentencesOf(role).map((one) => ({ ...one, off: isOff(role, one.key) })),
    })),
    shippedOff: [...sectionOf(shippedPack(city.pack), rolesSection).off],
    draft: drafts.sort((a, b) => latest(b).at.getTime() - latest(a).at.getTime())[0]?.overlayId ?? null,
    mayPropose: may(city.actor, 'overlay.propose', { state: 'roles' }),
  };
}

function sentencesOf(role: (typeof allRoles)[number]) {
  const own = allPermissions().filter((one) => one.roles.includes(role));
  const keys = [...new Set(own.map(sentenceKey))].sort();
  return keys.map((key) => {
    const sentences = own.filter((one) => sentenceKey(one) === key).map((one) => ({ ...one, roles: [role] }));
    const text = explainPermissions(sentences)[0]?.sentence ?? key;
    return { key, text, fixed: roles[role].administrator || sentences.some((one) => one.fixed === true) };
  });
}
