import type { FastifyRequest } from 'fastify';
import type { Origin } from '#access';
import { refuse } from '#kernel/refusal';

export function originOf(request: FastifyRequest): Origin {
  return { ip: request.ip, userAgent: request.headers['user-agent']?.slice(0, 300) };
}

/**
 * Against forged requests from other sites, beside the strict cookie and the required header: a browser names the
 * origin of every write. Programs send none.
 */
export function ensureOwnOrigin(request: FastifyRequest, publicOrigins: readonly string[]): void {
  const { origin } = request.headers;
  const site = request.headers['sec-fetch-site'];
  if (site === 'cross-site') refuse('http.foreign_origin', { origin });
  if (origin === undefined) return;
  if (publicOrigins.includes(origin)) return;
  if (URL.canParse(origin) && new URL(origin).host === request.host) return;
  refuse('http.foreign_origin', { origin });
}
