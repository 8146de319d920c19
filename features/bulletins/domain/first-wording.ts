import type { Wording } from './wording.ts';

type FirstWords = {
  readonly sections: Wording['sections'];
  readonly words: {
    readonly mark: (city: string, form: string) => string;
    readonly title: string;
    readonly to: (districts: string) => string;
    readonly copies: string;
    readonly office: (issuer: string) => string;
  };
};

type FirstFacts = {
  readonly city: string;
  readonly issuer: string;
  /** How the city addresses all its districts. */
  readonly districts: string;
  readonly form: Wording['form'];
};

/** The wording a city's bulletin begins with. */
export function firstWording(
  { sections, words }: FirstWords,
  { city, issuer, districts, form }: FirstFacts,
): Wording {
  const { title, copies } = words;
  return {
    ...{ form, issuer, copies, sections, publicity: '不予公开' },
    to: words.to(districts),
    mark: words.mark(city, form),
    title: title.replace(/通报$/, form),
    printedBy: words.office(issuer),
  };
}
