import { type Actor, holdsRole } from '#access';
import type { Seat } from '../domain/definition.ts';
import type { LockedMatter } from '../store/matter-row.ts';

/** The seats an actor has in a matter: its own by holder or account, the offices of the city by role. */
export function seatsHeld(
  actor: Actor,
  row: Pick<LockedMatter, 'lead' | 'support' | 'raiser' | 'raisedBy' | 'districts'>,
): Seat[] {
  const holds = (id: string | null | undefined) =>
    id !== null && id !== undefined && actor.holders.includes(id);
  const seats: Seat[] = [];
  if (holds(row.lead)) seats.push('lead');
  if (row.support.some(holds)) seats.push('support');
  if (row.raisedBy === actor.accountId || holds(row.raiser)) seats.push('raiser');
  if (row.districts.some(holds)) seats.push('district');
  if (holdsRole(actor, 'coordinator-clerk', 'coordinator-section-head', 'coordinator-head'))
    seats.push('coordinator');
  if (holdsRole(actor, 'government-office')) seats.push('government-office');
  if (holdsRole(actor, 'supervision-office')) seats.push('supervision-office');
  if (holdsRole(actor, 'leader')) seats.push('leader');
  if (actor.trusted) seats.push('system');
  return seats;
}
