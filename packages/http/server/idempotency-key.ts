import type { FastifyRequest } from 'fastify';
import { ensure } from '#kernel/refusal';

/** Required of every write: it makes a retry safe, and no form of another site can send the header. */
export function idempotencyKeyOf(request: FastifyRequest): string {
  const key = request.headers['idempotency-key'];
  ensure(typeof key === 'string' && /^[\w-]{8,64}$/.test(key), 'http.key_missing');
  return key;
}
