import { type City, type Role, type Seat, seatsInForce } from '#access';
import type { StepActor } from '../domain/reporting-rules.ts';
import type { SubjectId } from '../domain/subject.ts';
import { readHolders } from '../store/subject-holders.ts';

/** Who reviews at a step. */
export const reviewersAt: Readonly<Partial<Record<StepActor, Role>>> = {
  district: 'district-reviewer',
  department: 'department',
};

export type Filler = { readonly accountId: string | null; readonly personId: string | null };

/** Whether somebody other than who filled it can act on a subject at a step. */
export type SeatBook = (subjectId: SubjectId, filler: Filler) => (by: StepActor) => boolean;

export async function openSeatBook(city: City, subjectIds: readonly SubjectId[]): Promise<SeatBook> {
  const roles = Object.values(reviewersAt);
  const seats = await seatsInForce(city.tx, roles, city.today);
  const holders = await readHolders(city.tx, subjectIds);
  const byOrg = new Map<string, Seat[]>();
  for (const seat of seats) {
    for (const orgId of seat.orgIds) byOrg.set(orgId, [...(byOrg.get(orgId) ?? []), seat]);
  }
  return (subjectId, filler) => (by) =>
    (holders.get(subjectId) ?? []).some((orgId) =>
      (byOrg.get(orgId) ?? []).some((seat) => seat.role === reviewersAt[by] && !isSamePerson(seat, filler)),
    );
}

/** By account and by person: two accounts of one person are one. */
export function isSamePerson(one: Filler, other: Filler): boolean {
  if (one.accountId !== null && one.accountId === other.accountId) return true;
  return one.personId !== null && one.personId === other.personId;
}
