import { newIdempotencyKey } from '../../../packages/http/make-client.ts';
import { requestOf } from '../../../packages/http/request-of.ts';
import { isWrite, type RouteDeclaration } from '../../../packages/http/route.ts';
import { plainText } from './marks.ts';

export type Answer = {
  readonly status: number;
  /** The code of a refusal. */
  readonly code: string;
  /** What the answer says, workbooks included. */
  readonly text: string;
};

/** One request as a browser with that cookie makes it; the cookie stays what it was. */
export async function ask(
  baseUrl: string,
  cookie: string,
  route: RouteDeclaration,
  input: Readonly<Record<string, unknown>>,
): Promise<Answer> {
  const request = requestOf(route, input);
  const headers: Record<string, string> = { accept: 'application/json' };
  if (cookie) headers['cookie'] = cookie;
  if (request.json) headers['content-type'] = 'application/json';
  if (isWrite(route)) headers['idempotency-key'] = newIdempotencyKey();
  const response = await fetch(`${baseUrl}/api${request.path}`, {
    method: route.method,
    headers,
    body: request.body,
  });
  const bytes = new Uint8Array(await response.arrayBuffer());
  const text = await plainText(bytes, response.headers.get('content-type') ?? '');
  const code = response.ok ? '' : (JSON.parse(text) as { code: string }).code;
  return { status: response.status, code, text };
}
