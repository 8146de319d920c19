import type { FastifyRequest } from 'fastify';
import { audit } from '#access';
import { type Refusal, refusalStatus } from '#kernel/refusal';
import { isWrite, type RouteDeclaration } from '../route.ts';
import { originOf } from './origin.ts';
import type { Caller, ServerWorld } from './world.ts';

type Refused = {
  readonly request: FastifyRequest;
  readonly route: RouteDeclaration;
  readonly caller: Caller;
  readonly refusal: Refusal;
};

/** Nothing was asked for that the rules would have to judge. */
const formal = /^(http|db)\./;

/** Keeps who was refused what: every refused act of a signed-in person, and every read beyond their rights. */
export async function recordRefusal(world: ServerWorld, refused: Refused): Promise<void> {
  const { request, route, caller, refusal } = refused;
  const worth = isWrite(route) || refusalStatus(refusal) === 403;
  if (route.permission === 'public' || formal.test(refusal.code) || !worth) return;
  const origin = { ...originOf(request), sessionId: caller.sessionId };
  try {
    await world.open(caller, { readOnly: false, origin }, (city) =>
      audit(city, {
        action: route.permission,
        object: 'route',
        objectId: idIn(request.params),
        outcome: 'refused',
        details: { route: `${route.method} ${route.path}`, code: refusal.code },
      }),
    );
  } catch (error) {
    // The person is told of the refusal either way; the log keeps that its trace is missing.
    request.log.error({ err: error, code: refusal.code }, 'a refusal could not be recorded');
  }
}

function idIn(params: unknown): string | null {
  const { id } = params as { id?: unknown };
  return typeof id === 'string' ? id : null;
}
