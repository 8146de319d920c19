import { type Actor, holdsRole } from '#access';
import type { Seat } from '#engines/matters';

/**
 * Inside the offices: whoever works in one, and whoever handles this very matter. Units that fill in and secretaries are
 * outside: of the matters they raised they see neither inner fields nor inner remarks and files.
 */
export function isInsider(actor: Actor, seats: readonly Seat[]): boolean {
  if (actor.trusted || seats.includes('lead') || seats.includes('support')) return true;
  return holdsRole(
    actor,
    'district-filler',
    'district-reviewer',
    'department',
    'coordinator-clerk',
    'coordinator-section-head',
    'coordinator-head',
    'government-office',
    'supervision-office',
    'leader',
  );
}
