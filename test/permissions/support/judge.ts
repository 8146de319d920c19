import type { Asking, Input, RouteCase } from '../cases/case.ts';
import { type Answer, ask } from './ask.ts';
import type { FilledCity } from './fill-city.ts';
import { tellsOf } from './marks.ts';
import { isScoped, type Seat } from './seats.ts';
import type { Cell, Outcome } from './table.ts';

export type Judged = { readonly outcome: Outcome | '出错'; readonly code: string; readonly text: string };

/** Asks as the cell says, once for every object in that state, and tells each answer in the words of the table. */
export async function judgeCell(
  { baseUrl, city }: { readonly baseUrl: string; readonly city: FilledCity },
  one: RouteCase,
  cell: Cell,
): Promise<Judged[]> {
  const judged: Judged[] = [];
  const askings = askingsOf(city, one, cell);
  for (const [turn, asking] of askings.entries()) {
    const made = one.states[cell.state]?.(asking) ?? [];
    const inputs = Array.isArray(made) ? (made as readonly Input[]) : [made as Input];
    // Of many objects every side has its turn; of one, both.
    for (const input of inputs.filter((_, at) => inputs.length === 1 || at % askings.length === turn)) {
      const answer = await ask(baseUrl, asking.seat.cookie, one.route, input);
      judged.push(judge(answer, one, asking));
    }
  }
  return judged;
}

/** Whose objects a cell is about: of roles that reach the whole city those of both sides. */
function askingsOf(city: FilledCity, { about }: RouteCase, { role, scope }: Cell): Asking[] {
  const { east, west } = city.sides;
  const seat = city.seats.find((one) => one.role === role && one.side !== 'west') as Seat;
  const ofEast = { city, seat, side: east, other: west };
  const ofWest = { city, seat, side: west, other: east };
  if (about === 'nothing' || about === 'city' || scope === '本单位') return [ofEast];
  if (scope === '其他单位') return [ofWest];
  return isScoped(role) ? [ofEast] : [ofEast, ofWest];
}

function judge({ status, code, text }: Answer, { details }: RouteCase, { side }: Asking): Judged {
  const told = { code, text };
  if (status >= 500) return { outcome: '出错', ...told };
  if (status === 404) return { outcome: '不可见', ...told };
  if (status >= 400) return { outcome: '拒绝', ...told };
  return { outcome: details && tellsOf(side.name, text).length === 0 ? '不可见' : '允许', ...told };
}
