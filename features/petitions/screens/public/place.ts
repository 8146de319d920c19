import { useLocation, useSearch } from 'wouter';
import { type Language, languages } from '../../contract.ts';
import { langTags, type Words, wordsIn } from '../words/words.ts';

/** What opens one matter: kept by the page alone. */
export type Keys = { readonly number: string; readonly code: string };

/** City and language stand in the address, so that a page can be handed on as it is. */
export function usePlace() {
  const [path, go] = useLocation();
  const search = new URLSearchParams(useSearch());
  const city = Number(search.get('city') ?? '');
  const cityId = Number.isInteger(city) && city > 0 ? city : undefined;
  const said = search.get('lang');
  const language: Language = languages.find((one) => one === said) ?? 'zh';
  const words: Words = wordsIn[language];
  const addressOf = (to: string, more: Readonly<Record<string, string>> = {}) => {
    const part = new URLSearchParams({
      ...(cityId === undefined ? {} : { city: String(cityId) }),
      ...(language === 'zh' ? {} : { lang: language }),
      ...more,
    }).toString();
    return part === '' ? to : `${to}?${part}`;
  };
  const turn = (more: Readonly<Record<string, string>>) => go(addressOf(path, more), { replace: true });
  return { cityId, language, words, tag: langTags[language], addressOf, turn };
}

export type Place = ReturnType<typeof usePlace>;
