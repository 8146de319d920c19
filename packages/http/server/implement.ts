import type { City } from '#access';
import type { Refusal } from '#kernel/refusal';
import type { AnswerOf, HandledInputOf, RouteDeclaration } from '../route.ts';
import type { Exchange } from './exchange.ts';

/**
 * Answers a route inside the request's one transaction. A thrown refusal undoes what was written; a returned one
 * keeps it, so that a failed sign-in can be counted.
 */
export type Handler<R extends RouteDeclaration> = (
  input: HandledInputOf<R>,
  city: City,
  exchange: Exchange,
) => Promise<AnswerOf<R> | Refusal> | AnswerOf<R> | Refusal;

/** A route with its handler, its types checked and then set aside. */
export type Implementation = {
  readonly route: RouteDeclaration;
  readonly handle: (
    input: Readonly<Record<string, unknown>>,
    city: City,
    exchange: Exchange,
  ) => Promise<unknown>;
};

export function implement<R extends RouteDeclaration>(route: R, handler: Handler<R>): Implementation {
  return {
    route,
    // The input was checked against the schema its type was read from.
    handle: async (input, city, exchange) => handler(input as HandledInputOf<R>, city, exchange),
  };
}
