import { createServer } from 'node:net';
import { networkInterfaces } from 'node:os';
import type { Server } from '#http';
import { defineRefusals, Refusal } from '#kernel/refusal';

defineRefusals({
  'server.port_taken': {
    status: 500,
    text: '端口 {port} 已被其他程序占用，请先停止该程序，或用 GUATU_PORT 指定其他端口。',
  },
  'server.port_forbidden': {
    status: 500,
    text: '当前用户无权使用端口 {port}，请用 GUATU_PORT 指定 1024 以上的端口。',
  },
  'server.host_unknown': { status: 500, text: '监听地址 {host} 不是本机的地址，请检查 GUATU_HOST。' },
});

export type Listening = {
  /** Addresses to type into a browser, that of this machine first. */
  readonly addresses: readonly string[];
  /** Takes no new request, lets running ones finish for at most five seconds, then closes. */
  stop(): Promise<void>;
};

const codes: Readonly<Record<string, string>> = {
  EADDRINUSE: 'server.port_taken',
  EACCES: 'server.port_forbidden',
  EADDRNOTAVAIL: 'server.host_unknown',
  ENOTFOUND: 'server.host_unknown',
};

/** Tells at once, before anything is opened, that the port cannot be had. */
export function ensurePortFree({
  host,
  port,
}: {
  readonly host: string;
  readonly port: number;
}): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error) => reject(explained(error, host, port)));
    probe.listen({ host, port }, () => probe.close(() => resolve()));
  });
}

export async function listen(
  server: Server,
  { host, port, https = false }: { readonly host: string; readonly port: number; readonly https?: boolean },
  patienceMs = 5000,
): Promise<Listening> {
  try {
    await server.listen({ host, port });
  } catch (error) {
    await server.close();
    throw explained(error, host, port);
  }
  const bound = server.server.address();
  const real = typeof bound === 'object' && bound ? bound.port : port;
  return {
    addresses: hostsOf(host).map((name) => `${https ? 'https' : 'http'}://${name}:${real}`),
    stop: () => stopWithin(server, patienceMs),
  };
}

function explained(error: unknown, host: string, port: number): unknown {
  const code = codes[(error as NodeJS.ErrnoException).code ?? ''];
  return code ? new Refusal(code, { host, port }) : error;
}

async function stopWithin(server: Server, patienceMs: number): Promise<void> {
  const timer = setTimeout(() => server.server.closeAllConnections(), patienceMs);
  await server.close();
  clearTimeout(timer);
}

/** For a server open to the network, the names under which others reach it. */
function hostsOf(host: string): string[] {
  if (host !== '0.0.0.0' && host !== '::') return [host.includes(':') ? `[${host}]` : host];
  const outer = Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter((address) => address.family === 'IPv4' && !address.internal)
    .map((address) => address.address);
  return ['127.0.0.1', ...outer];
}
