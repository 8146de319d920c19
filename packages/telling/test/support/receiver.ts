import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Received = {
  readonly url: URL;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
};

export type Receiver = {
  readonly url: string;
  readonly received: Received[];
  /** The answers to come, in their order; when they are used up, the usual one. */
  readonly answers: { readonly status: number; readonly body?: string }[];
  close(): Promise<void>;
};

/** A server on this machine that takes what is posted, and answers as a robot does unless it is told otherwise. */
export async function openReceiver(): Promise<Receiver> {
  const received: Received[] = [];
  const answers: { readonly status: number; readonly body?: string }[] = [];
  const server = createServer(async (request, answer) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part);
    const body = Buffer.concat(parts).toString('utf8');
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    received.push({ url, headers: request.headers, body });
    const next = answers.shift() ?? { status: 200 };
    answer.writeHead(next.status, next.status === 302 ? { location: '/elsewhere' } : {});
    answer.end(next.body ?? '{"errcode":0,"errmsg":"ok"}');
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    received,
    answers,
    close: () =>
      new Promise<void>((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}
