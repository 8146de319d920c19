import { type Actor, type HeldRole, holdsRole } from '#access';
import type { DeclaredMatter, Seat } from '#engines/matters';

const scoped = ['filler', 'district-filler', 'district-reviewer', 'department', 'secretary'] as const;

/**
 * The seat a matter is opened from by hand: an office of the city by its role, a district, a raiser; a department takes
 * in what it will lead where the kind lets nobody else raise it. Undefined: this actor opens none of the kind.
 */
export function seatToOpen(actor: Actor, { opens }: Pick<DeclaredMatter, 'opens'>): Seat | undefined {
  if (actor.trusted) return opens.by[0];
  const seats: Seat[] = [];
  if (holdsRole(actor, 'coordinator-clerk', 'coordinator-section-head', 'coordinator-head'))
    seats.push('coordinator');
  if (holdsRole(actor, 'government-office')) seats.push('government-office');
  if (holdsRole(actor, 'supervision-office')) seats.push('supervision-office');
  if (holdsRole(actor, 'district-filler', 'district-reviewer')) seats.push('district');
  if (holdsRole(actor, ...scoped)) seats.push('raiser');
  if (holdsRole(actor, 'department')) seats.push('lead');
  return seats.find((seat) => opens.by.includes(seat));
}

/** In whose name: the office of the role, a secretary's own. None: the account itself is the raiser. */
export function raiserOf(actor: Actor): string | undefined {
  const [held]: readonly HeldRole[] = actor.roles;
  return held?.role === 'secretary' ? actor.personId : held?.orgId;
}

/** A raiser from outside does not say who has to work. */
export function choosesLead(seat: Seat): boolean {
  return seat !== 'raiser';
}
