import type { RouteDeclaration } from '../../../packages/http/route.ts';
import { type FilledCity, officeOf, type Side } from '../support/fill-city.ts';
import type { Office } from '../support/fill-side.ts';
import { isScoped, type Seat } from '../support/seats.ts';

/**
 * What a route acts upon. `nothing`: no object, or lists in which everybody sees their own; `city`: what belongs to the
 * city and to none of its offices; `project` and `organisation`: what a district, unit, department or person holds.
 */
export type About = 'nothing' | 'city' | 'project' | 'organisation';

/** Who asks, and whose objects are asked about. */
export type Asking = {
  readonly city: FilledCity;
  readonly seat: Seat;
  readonly side: Side;
  readonly other: Side;
};

export type Input = Readonly<Record<string, unknown>>;

/** Valid inputs for objects in a state; each of them must be answered alike. */
export type States = Readonly<Record<string, (asking: Asking) => Input | readonly Input[]>>;

export type RouteCase = {
  readonly route: RouteDeclaration;
  /** The permission of the route, or of the details that its answer carries. */
  readonly action: string;
  readonly about: About;
  readonly states: States;
  /** An answer without any of the side's details counts as 不可见. */
  readonly details?: true;
};

const anyState = '任何';

export function routeCase(route: RouteDeclaration, about: About, states: States | States[string]): RouteCase {
  const byState = typeof states === 'function' ? { [anyState]: states } : states;
  return { route, action: route.permission, about, states: byState };
}

/** The answer is for more people than the details in it. */
export function detailCase(route: RouteDeclaration, action: string, states: States): RouteCase {
  return { route, action, about: 'project', states, details: true };
}

/** The office of the asker's kind on the side asked about. */
export function officeAsked({ seat, side }: Asking): Office {
  if (seat.role === 'secretary') return side.secretary;
  return side.offices[isScoped(seat.role) ? officeOf[seat.role] : 'district'];
}
