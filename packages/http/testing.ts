import type { AddressInfo } from 'node:net';
import { type Client, makeClient } from './make-client.ts';
import type { Server } from './server/open-server.ts';

export type TestServer = {
  readonly baseUrl: string;
  /** A caller with cookies of its own, as one browser has them. */
  browser(cookies?: Readonly<Record<string, string>>): TestBrowser;
  close(): Promise<void>;
};

export type TestBrowser = {
  readonly call: Client;
  /** The same cookies for requests no route declares. `path` starts with a slash. */
  fetch(path: string, init?: RequestInit): Promise<Response>;
};

/** Starts a mounted server on a free port of this machine, for stories through HTTP. */
export async function serveForTest(server: Server): Promise<TestServer> {
  await server.listen({ host: '127.0.0.1', port: 0 });
  const { port } = server.server.address() as AddressInfo;
  const baseUrl = `http://127.0.0.1:${port}`;
  return {
    baseUrl,
    browser: (cookies = {}) => browserAt(baseUrl, cookies),
    close: async () => {
      server.server.closeAllConnections();
      await server.close();
    },
  };
}

/** The same for a server that runs elsewhere. */
export function browserAt(baseUrl: string, given: Readonly<Record<string, string>> = {}): TestBrowser {
  const cookies = new Map(Object.entries(given));
  const fetchWithCookies: typeof fetch = async (address, init) => {
    const headers = new Headers(init?.headers);
    if (cookies.size > 0)
      headers.set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '));
    const response = await fetch(address, { ...init, headers });
    for (const line of response.headers.getSetCookie()) {
      const [name = '', value = ''] = line.split(';')[0]!.split(/=(.*)/s);
      if (value === '' || /max-age=0(;|$)/i.test(line)) cookies.delete(name);
      else cookies.set(name, value);
    }
    return response;
  };
  return {
    call: makeClient({ baseUrl, fetch: fetchWithCookies, retryAfterMs: [] }),
    fetch: (path, init) => fetchWithCookies(baseUrl + path, init),
  };
}
