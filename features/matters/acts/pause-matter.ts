import type { City } from '#access';
import { kindRulesOf, pauseClock, resumeClock, type Seat, seatNames, seatsHeld } from '#engines/matters';
import type { InputOf } from '#http';
import { ensure, refuse } from '#kernel/refusal';
import type { pauseMatter as pauseRoute, resumeMatter as resumeRoute } from '../contract.ts';
import { matterFor } from './matter-target.ts';
import { movedView } from './moved-view.ts';

/**
 * Asked for and approved in one act by whoever has the seat the pack names for this kind of pause. Whoever handles the
 * matter does not stop his own clock, from whatever seat.
 */
export async function pauseMatter(city: City, input: InputOf<typeof pauseRoute>) {
  const { id, version, clock, pause, reason, plannedDays } = input;
  const { row } = await matterFor(city, 'matter.pause', id);
  const seats = seatsHeld(city.actor, row);
  ensure(!handles(seats), 'matter.own_approval');
  const rule = kindRulesOf(city.pack, row.kind).pauses.find((one) => one.id === pause);
  const seat = rule?.approver ?? 'coordinator';
  ensure(!rule || seats.includes(seat), 'matter.not_the_approver', {
    ...{ pause: rule?.text ?? pause, approver: seatNames[seat] },
  });
  const approver = `${city.actor.name}（${seatNames[seat]}）`;
  const asked = { matterId: row.matterId, version, seat, clock, pause, reason, approver, plannedDays };
  return movedView(await pauseClock(city, asked));
}

/** By an office, or by the handler: it is his own time that runs on. */
export async function resumeMatter(city: City, input: InputOf<typeof resumeRoute>) {
  const { id, version, clock, reason } = input;
  const { row } = await matterFor(city, 'matter.resume', id);
  const seat = seatsHeld(city.actor, row).find((one) => may.includes(one));
  if (!seat) {
    const by = may.map((one) => seatNames[one]).join('、');
    refuse('matter.not_your_move', { action: '恢复计时', by });
  }
  return movedView(await resumeClock(city, { matterId: row.matterId, version, seat, clock, reason }));
}

const may: readonly Seat[] = ['coordinator', 'government-office', 'supervision-office', 'lead'];

function handles(seats: readonly Seat[]): boolean {
  return seats.includes('lead') || seats.includes('support');
}
