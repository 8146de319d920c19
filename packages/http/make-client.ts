import { newId } from '#kernel/id';
import { CallRefused } from './call-refused.ts';
import { fileNameFrom } from './file.ts';
import { requestOf } from './request-of.ts';
import { type InputOf, isWrite, type OutputOf, type RouteDeclaration } from './route.ts';

export type ClientOptions = {
  /** Where the server is, without `/api`; empty in the browser. */
  readonly baseUrl?: string;
  readonly fetch?: typeof fetch;
  /** Waits before each new attempt after the network or the server failed. */
  readonly retryAfterMs?: readonly number[];
};

export type CallOptions = {
  /** Keep one key for one intention: pressing the button again then acts once. */
  readonly idempotencyKey?: string;
  readonly signal?: AbortSignal;
};

export type Client = <R extends RouteDeclaration>(
  route: R,
  input: InputOf<R>,
  options?: CallOptions,
) => Promise<OutputOf<R>>;

export function newIdempotencyKey(): string {
  return newId<'idempotency-key'>();
}

/** A typed client for browser, command line and tests. Attempts of one call share one idempotency key. */
export function makeClient(options: ClientOptions = {}): Client {
  const waits = options.retryAfterMs ?? [300, 1000, 3000];
  return async <R extends RouteDeclaration>(route: R, input: InputOf<R>, call: CallOptions = {}) => {
    const key = call.idempotencyKey ?? newIdempotencyKey();
    for (let attempt = 0; ; attempt += 1) {
      const response = await send(options, route, input as Record<string, unknown>, key, call.signal);
      const wait = waits[attempt];
      if (wait === undefined || (response !== undefined && !isPassing(response.status))) {
        if (response === undefined) throw unreachable();
        return read(route, response) as OutputOf<R>;
      }
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  };
}

type Whole = Pick<Response, 'ok' | 'status' | 'headers'> & { readonly bytes: Uint8Array };

/** undefined when no answer came, or only a part of it; an abort by the caller goes through. */
async function send(
  options: ClientOptions,
  route: RouteDeclaration,
  input: Record<string, unknown>,
  key: string,
  signal: AbortSignal | undefined,
): Promise<Whole | undefined> {
  const request = requestOf(route, input);
  const headers: Record<string, string> = { accept: 'application/json' };
  if (request.json) headers['content-type'] = 'application/json';
  if (isWrite(route)) headers['idempotency-key'] = key;
  try {
    const response = await (options.fetch ?? fetch)(`${options.baseUrl ?? ''}/api${request.path}`, {
      method: route.method,
      headers,
      body: request.body,
      signal,
      credentials: 'same-origin',
    });
    const { ok, status, headers: answered } = response;
    return { ok, status, headers: answered, bytes: new Uint8Array(await response.arrayBuffer()) };
  } catch (error) {
    if (signal?.aborted) throw error;
    return undefined;
  }
}

/** The server or a proxy before it is restarting. */
function isPassing(status: number): boolean {
  return status === 502 || status === 503 || status === 504;
}

function read(route: RouteDeclaration, response: Whole): unknown {
  if (!response.ok) throw refusedBy(response);
  if (!route.binary) return JSON.parse(textOf(response));
  return {
    name: fileNameFrom(response.headers.get('content-disposition')) ?? 'download',
    bytes: response.bytes,
    contentType: response.headers.get('content-type') ?? route.binary.contentType,
  };
}

const textOf = ({ bytes }: Whole) => new TextDecoder().decode(bytes);

function refusedBy(response: Whole): CallRefused {
  const text = textOf(response);
  try {
    const answer = JSON.parse(text) as { code?: unknown; text?: unknown; details?: Record<string, unknown> };
    if (typeof answer.code === 'string' && typeof answer.text === 'string') {
      return new CallRefused({
        code: answer.code,
        text: answer.text,
        details: answer.details,
        status: response.status,
      });
    }
  } catch {
    // Not JSON: a proxy answered in the server's place.
  }
  return new CallRefused({
    code: 'client.unexpected_answer',
    text: `服务器返回了意外的结果（${response.status}），请稍后重试`,
    status: response.status,
  });
}

function unreachable(): CallRefused {
  return new CallRefused({
    code: 'client.unreachable',
    text: '无法连接服务器，请检查网络后重试；已填写的内容没有丢失',
    status: 0,
  });
}
