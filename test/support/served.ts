import { freePort } from './free-port.ts';
import { type Started, type Starting, start } from './started.ts';

export type Served = Started & { readonly baseUrl: string; readonly startedInMs: number };

/** Starts `guatu serve`, or a command that does so, on a home and waits until it can be visited. */
export async function serve(
  home: string,
  { port, ...how }: Starting & { readonly port?: number } = {},
): Promise<Served> {
  const chosen = port ?? (await freePort());
  const begun = performance.now();
  const env = { GUATU_REQUESTS_PER_MINUTE: '0', ...how.env, GUATU_HOME: home, GUATU_PORT: String(chosen) };
  const started = start(how.command ? [] : ['serve'], { ...how, env });
  await started.untilItSays('挂图已启动');
  return {
    ...started,
    baseUrl: `http://127.0.0.1:${chosen}`,
    startedInMs: Math.round(performance.now() - begun),
  };
}
