import type { FastifyRequest } from 'fastify';
import { ensure, refuse } from '#kernel/refusal';
import type { RouteDeclaration } from '../route.ts';
import { sessionCookie } from './exchange.ts';
import { originOf } from './origin.ts';
import type { Caller, ServerWorld } from './world.ts';

/** Whoever is signed in; nobody is an answer only where the route is for everybody. */
export async function findCaller(
  request: FastifyRequest,
  route: RouteDeclaration,
  world: ServerWorld,
): Promise<Caller | undefined> {
  const token = request.cookies[sessionCookie];
  const caller = token ? await world.findCaller(token, originOf(request)) : undefined;
  if (route.permission === 'public') return caller;
  ensure(caller, 'http.sign_in_first');
  const { confined } = caller;
  if (confined && !confined.to.includes(`${route.method} ${route.path}`)) refuse(confined.refusal);
  return caller;
}

/**
 * The signed-in caller in its own city. On a route for everybody a visitor acts in the city the input names as
 * `cityId`, such as at sign-in, else in that of the host name.
 */
export async function cityCaller(
  request: FastifyRequest,
  route: RouteDeclaration,
  signedIn: Caller | undefined,
  input: Readonly<Record<string, unknown>>,
  world: ServerWorld,
): Promise<Caller> {
  if (signedIn && route.permission !== 'public') return signedIn;
  const named = typeof input['cityId'] === 'number' ? input['cityId'] : undefined;
  if (signedIn && (named === undefined || named === signedIn.cityId)) return signedIn;
  return world.visitor(request.host, named);
}
