import { addDays, type PlainDate, todayInShanghai } from '#kernel/plain-date';

export type Span = { readonly from: PlainDate; readonly to: PlainDate };

/** The last thirty days. */
export function usualSpan(): Span {
  const to = todayInShanghai(new Date());
  return { from: addDays(to, -29), to };
}
