import type { FastifyRequest } from 'fastify';
import { ensure } from '#kernel/refusal';
import type { ReceivedFile } from '../file.ts';
import { isWrite, type RouteDeclaration } from '../route.ts';
import { coerceTexts } from './coerce.ts';
import type { InputCheck } from './input.ts';
import { readForm } from './upload.ts';

/** Query, body and path parameters as one checked input; what the path says wins. */
export async function readInput(
  route: RouteDeclaration,
  request: FastifyRequest,
  check: InputCheck,
  uploadBytes: number,
): Promise<Readonly<Record<string, unknown>>> {
  const query = coerceTexts(route.input, request.query as Record<string, unknown>);
  const params = coerceTexts(route.input, request.params as Record<string, unknown>);
  let body: Readonly<Record<string, unknown>> = {};
  let file: ReceivedFile | undefined;
  if (route.upload) {
    const form = await readForm(request, uploadBytes);
    body = coerceTexts(route.input, form.texts);
    file = form.file;
  } else if (isWrite(route)) {
    body = objectFrom(request.body);
  }
  const input = { ...query, ...body, ...params };
  check(input);
  return file ? { ...input, file } : input;
}

function objectFrom(body: unknown): Readonly<Record<string, unknown>> {
  if (body === undefined || body === null) return {};
  ensure(typeof body === 'object' && !Array.isArray(body), 'http.bad_json');
  return body as Readonly<Record<string, unknown>>;
}
