import { actionText, isRole, type RolesSection, roleName, rolesSection } from '#access';
import { lightsSection, ruleSetLines } from '#engines/indicators';
import { type Pack, type PackSection, sectionOf } from '#pack';

/** What a part of the pack says, in sentences that can be compared one by one; undefined where nobody has words for it. */
export function inWords(section: PackSection<unknown>, pack: Pack): string[] | undefined {
  if (section.id === lightsSection.id) return ruleSetLines(sectionOf(pack, lightsSection));
  if (section.id === rolesSection.id) return rolesLines(sectionOf(pack, rolesSection));
  return undefined;
}

function rolesLines({ off }: RolesSection): string[] {
  return off.map(({ role, sentence }) => {
    const text = actionText(sentence.split('/')[0] ?? sentence);
    return `${isRole(role) ? roleName(role) : role}：停用“${text}”（${sentence}）`;
  });
}
