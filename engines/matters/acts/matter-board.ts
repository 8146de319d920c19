import type { City } from '#access';
import { addDays } from '#kernel/plain-date';
import { endOfDay } from '../domain/clock-day.ts';
import { type BoardFilter, type BoardRow, findBoard } from '../store/find-board.ts';
import { instantOf } from './instant-of.ts';

const firsts = 50;

/** Open matters by the days left to the due instant: the first fifty of each column, with its count. */
export async function matterBoard(city: City, filter: BoardFilter): Promise<BoardRow[]> {
  const { today } = city;
  const edges = {
    now: instantOf(city),
    endOfToday: endOfDay(today),
    endOfThree: endOfDay(addDays(today, 3)),
    endOfWeek: endOfDay(addDays(today, 7)),
  };
  return findBoard(city.tx, filter, edges, firsts);
}
