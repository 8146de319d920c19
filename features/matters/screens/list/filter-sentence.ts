import type { Kinds } from '../kinds.ts';
import { listTexts } from '../texts.ts';
import type { Filter } from './filter.ts';

type Words = Pick<Kinds, 'kinds' | 'organisations'>;

/** 「问题或批示 · 市住建局牵头 · 未办结 · 3日内到期」. */
export function filterSentence(filter: Filter, words: Words): string {
  const { kinds, states, levels, lead, mine, open, overdue, dueInDays, openedMonth } = filter;
  const either = (ids: readonly string[] | undefined, named: readonly Name[]) =>
    ids && [...new Set(ids.map((id) => named.find((one) => one.id === id)?.name ?? id))].join('或');
  const parts = [
    either(kinds, words.kinds),
    mine && listTexts.mineNames[mine],
    lead && `${words.organisations.find(({ orgId }) => orgId === lead)?.name ?? lead}牵头`,
    either(states, statesOf(words, kinds)),
    either(levels, levelsOf(words)),
    open === undefined ? undefined : listTexts.openNames[`${open}`],
    overdue && '超期',
    dueInDays === undefined ? undefined : dueInDays === 0 ? '今天到期' : `${dueInDays}日内到期`,
    openedMonth && listTexts.raisedIn(openedMonth),
    filter.words && listTexts.containing(filter.words),
  ];
  return parts.filter((part) => part).join(' · ') || listTexts.everything;
}

type Name = { readonly id: string; readonly name: string };

/** The states of the chosen kinds; of all kinds where none is chosen. One id has one name per kind. */
export function statesOf({ kinds }: Pick<Kinds, 'kinds'>, chosen: readonly string[] | undefined): Name[] {
  const among = kinds.filter(({ id }) => !chosen || chosen.includes(id));
  return merged(among.flatMap(({ states }) => states));
}

export function levelsOf({ kinds }: Pick<Kinds, 'kinds'>): Name[] {
  return merged(kinds.flatMap(({ ladder }) => ladder?.levels ?? []));
}

/** Ids that read differently in different kinds show all their names. */
function merged(names: readonly Name[]): Name[] {
  const found = new Map<string, Set<string>>();
  for (const { id, name } of names) found.set(id, (found.get(id) ?? new Set()).add(name));
  return [...found].map(([id, all]) => ({ id, name: [...all].join('、') }));
}
