import type { FastifyReply, FastifyRequest } from 'fastify';
import { newId } from '#kernel/id';
import { Refusal, refusalStatus, refusalText } from '#kernel/refusal';
import { toWire } from '../served.ts';
import './refusals.ts';
import { sizeText } from './size-text.ts';

export type ErrorBody = {
  readonly code: string;
  readonly text: string;
  readonly details: unknown;
  readonly remedy?: string;
};

/** Every answer that is not a success has this shape and a Chinese text. */
export async function answerError(error: unknown, request: FastifyRequest, reply: FastifyReply) {
  const refusal = error instanceof Refusal ? error : refusalOf(error, request);
  if (refusal) {
    const status = refusalStatus(refusal);
    if (status >= 500) request.log.error({ err: refusal, code: refusal.code }, 'not able to answer');
    return reply.code(status).send(errorBody(refusal));
  }
  const incident = newId<'incident'>().slice(-12);
  const defect = new Refusal('http.defect', { incident });
  request.log.error(
    { err: error, incident, method: request.method, route: request.routeOptions.url },
    'defect',
  );
  return reply.code(500).send(errorBody(defect));
}

export function errorBody(refusal: Refusal): ErrorBody {
  const { remedy, ...details } = refusal.details;
  return {
    code: refusal.code,
    text: refusalText(refusal),
    details: toWire(details),
    ...(typeof remedy === 'string' ? { remedy } : {}),
  };
}

/** What fastify itself objects to, in our words; undefined for a defect. */
function refusalOf(error: unknown, request: FastifyRequest): Refusal | undefined {
  if (!(error instanceof Error)) return undefined;
  const code = 'code' in error ? String(error.code) : '';
  const status = 'statusCode' in error ? Number(error.statusCode) : 500;
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') {
    const limitBytes = request.routeOptions.bodyLimit;
    return new Refusal('http.too_large', { limit: sizeText(limitBytes), limitBytes });
  }
  if (/^FST_ERR_CTP_(INVALID|EMPTY)_JSON_BODY$/.test(code)) return new Refusal('http.bad_json');
  if (/^FST_ERR_CTP_|^FST_INVALID_MULTIPART/.test(code)) return new Refusal('http.unsupported_content');
  if (status >= 400 && status < 500) return new Refusal('http.bad_request');
  return undefined;
}
