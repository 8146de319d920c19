import type { City } from '#access';
import { type OrganisationsSection, organisationsSection } from '#engines/registry';
import { sectionOf } from '#pack';
import { isUnitMonth, type LetterFigures } from '../domain/figures.ts';
import type { Wording } from '../domain/wording.ts';
import { firstFacts, firstWords } from '../texts.ts';

/** The words a letter begins with, in the name of the office that signs. */
export function firstWording(city: City, figures: LetterFigures, content?: string): Wording {
  const { form, recipient, month, rule, signs } = figures;
  const { title, requests } = firstWords[form];
  const facts =
    month && rule ? (isUnitMonth(month) ? firstFacts.unit : firstFacts.project) : firstFacts.plain;
  return {
    ...{ title, requests, issuer: officeOf(city, signs), to: recipient.name, copies: '' },
    facts: [facts, content?.trim()].filter(Boolean).join(month && rule ? '\n' : ''),
    meeting: form === 'interview' ? { interviewer: '', interviewee: '', heldOn: null, place: '' } : null,
  };
}

const kinds = { 'government-office': 'government-office', leader: 'government-office' } as const;

/** Its name in the city: a leader's paper goes out from the government office. */
export function officeOf(city: City, signs: LetterFigures['signs']): string {
  const section = sectionOf(city.pack, organisationsSection);
  const wanted = signs === 'supervision-office' ? signs : (kinds[signs as 'leader'] ?? undefined);
  const office = section.organisations.find(({ kind }) => kind === wanted)?.name;
  return office ?? coordinatorOf(section) ?? city.pack.name;
}

function coordinatorOf({ groups, organisations }: OrganisationsSection): string | undefined {
  const member = groups.find(({ id }) => id === 'coordinator')?.members[0];
  return organisations.find(({ id }) => id === member)?.name;
}
