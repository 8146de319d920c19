import type { FastifyReply } from 'fastify';
import type { Origin } from '#access';

export const sessionCookie = 'guatu_session';

/** What a handler may know of the request beyond its input, and do to the answer beyond its output. */
export type Exchange = {
  readonly origin: Origin;
  /** The session cookie as it came. */
  readonly sessionToken: string | undefined;
  /** Hands the browser a session; it ends with the browser unless an age is given. */
  keepSession(token: string, options?: { readonly maxAgeSeconds?: number }): void;
  dropSession(): void;
};

export function exchangeOf(reply: FastifyReply, origin: Origin, https: boolean): Exchange {
  const cookie = { path: '/', httpOnly: true, sameSite: 'strict', secure: https } as const;
  return {
    origin,
    sessionToken: reply.request.cookies[sessionCookie],
    keepSession: (token, options = {}) => {
      reply.setCookie(sessionCookie, token, { ...cookie, maxAge: options.maxAgeSeconds });
    },
    dropSession: () => {
      reply.clearCookie(sessionCookie, cookie);
    },
  };
}
