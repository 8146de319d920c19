import type { FastifyReply, FastifyRequest } from 'fastify';
import { type City, ensureMay } from '#access';
import { retrying } from '#db';
import { Refusal } from '#kernel/refusal';
import { isWrite } from '../route.ts';
import { actOnce } from './act-once.ts';
import { type Answer, answerMaker, sendAnswer } from './answer.ts';
import { exchangeOf } from './exchange.ts';
import { cityCaller, findCaller } from './find-caller.ts';
import { fingerprintOf } from './fingerprint.ts';
import type { HttpSettings } from './http-settings.ts';
import { idempotencyKeyOf } from './idempotency-key.ts';
import type { Implementation } from './implement.ts';
import { checkInput } from './input.ts';
import { ensureOwnOrigin, originOf } from './origin.ts';
import { readInput } from './read-input.ts';
import { recordRefusal } from './record-refusal.ts';
import { commonRefusals } from './refusals.ts';
import { hasSecretAnswer } from './secret.ts';
import type { ServerWorld } from './world.ts';

const open = ['public', 'signed-in'];

/**
 * One request: who calls, may they, what do they give; then one transaction with the act and its kept answer.
 * Refusals are recorded in a transaction of their own, since the act's was undone.
 */
export function answerRequest(implementation: Implementation, world: ServerWorld, settings: HttpSettings) {
  const { route } = implementation;
  const writes = isWrite(route);
  const readOnly = !writes && !route.audited;
  const check = checkInput(route.input);
  const makeAnswer = answerMaker(route);
  const secret = hasSecretAnswer(route);
  // Before sign-in nobody owns a key, and neither sessions nor files are kept for a replay.
  const keeps = writes && route.permission !== 'public' && !route.binary;

  async function act(
    city: City,
    input: Readonly<Record<string, unknown>>,
    reply: FastifyReply,
  ): Promise<Answer> {
    const exchange = exchangeOf(reply, city.origin ?? {}, settings.https);
    const result = await implementation.handle(input, city, exchange);
    // Written inside the transaction: what cannot be answered is not committed either.
    // The writer takes any value of the schema it was made from, lists included; its type says objects only.
    return makeAnswer(result, (fit) => reply.serializeInput(fit as Record<string, unknown>, '200') as string);
  }

  const declared = new Set([...route.refusals, ...commonRefusals(route)]);

  /** The description of the interface must stay true. */
  function warnIfUndeclared(request: FastifyRequest, { code }: Refusal) {
    if (!declared.has(code))
      request.log.warn({ code, route: `${route.method} ${route.path}` }, 'undeclared refusal');
  }

  return async (request: FastifyRequest, reply: FastifyReply) => {
    if (writes) ensureOwnOrigin(request, settings.publicOrigins);
    const key = writes ? idempotencyKeyOf(request) : '';
    const signedIn = await findCaller(request, route, world);
    let caller = signedIn;
    try {
      if (signedIn && !open.includes(route.permission)) ensureMay(signedIn, route.permission);
      const input = await readInput(route, request, check, settings.uploadBytes);
      caller = await cityCaller(request, route, signedIn, input, world);
      const how = { readOnly, origin: { ...originOf(request), sessionId: caller.sessionId } };
      const asked = keeps ? { key, fingerprint: fingerprintOf(route, input), secret } : undefined;
      const acting = caller;
      // Nothing of a transaction the database could not order among others took effect, so it may run again.
      const answer = await retrying(() =>
        world.open(acting, how, (city) => actOnce(city, asked, () => act(city, input, reply))),
      );
      return sendAnswer(reply, route, answer);
    } catch (error) {
      if (error instanceof Refusal) warnIfUndeclared(request, error);
      if (error instanceof Refusal && caller)
        await recordRefusal(world, { request, route, caller, refusal: error });
      throw error;
    }
  };
}
