import type { KeyboardEvent } from 'react';
import { nextCard } from './next-card.ts';

/** Arrow keys go from card to card; Tab leaves the board as it leaves any list. */
export function useCardKeys() {
  return (event: KeyboardEvent<HTMLElement>) => {
    const columns = [...event.currentTarget.children].map((column) => [
      ...column.querySelectorAll<HTMLElement>('.matter-card a:first-of-type'),
    ]);
    const here = document.activeElement as HTMLElement;
    const column = columns.findIndex((cards) => cards.includes(here));
    const at = columns[column]?.indexOf(here) ?? -1;
    const sizes = columns.map((cards) => cards.length);
    const next = nextCard(sizes, { column, at }, event.key);
    const card = next && columns[next.column]?.[next.at];
    if (!card) return;
    event.preventDefault();
    card.focus();
    card.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  };
}
