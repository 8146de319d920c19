import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type Started, start } from '../support/started.ts';
import { type WorkingCity, year } from '../support/working-city.ts';
import { chanceFrom } from './chance.ts';
import { backendsOf, postmasterOf } from './database-processes.ts';
import type { Errand } from './errand.ts';
import { type KeptRunning, keepRunning } from './kept-running.ts';

/** What is killed with -9: the Node server, the database's first process, one connection's process, server and database. */
export const victims = ['server', 'database', 'connection', 'both'] as const;
type Victim = (typeof victims)[number];

export type RoundPlan = {
  readonly port: number;
  readonly seed: number;
  readonly filler: Errand['filler'];
  readonly coordinator: Errand['coordinator'];
  readonly log: string;
  /** At least so many writes are acknowledged. */
  readonly acknowledgements: number;
  /** Each victim is killed so many times, the server now and then once more. */
  readonly kills: number;
};

export type RoundReport = {
  readonly acknowledged: number;
  readonly unanswered: number;
  readonly kills: Readonly<Record<Victim, number>>;
  readonly startsMs: readonly number[];
  /** Last words of starts that ended early, since the database was killed under them. */
  readonly failedStarts: readonly string[];
  /** From each kill to the next acknowledgement. */
  readonly gapsMs: readonly number[];
  readonly seconds: number;
  /** What went wrong; nothing should. */
  readonly faults: readonly string[];
};

const writers = 8;

/** One round: a client outside writes while servers are killed at random instants and come back by themselves. */
export async function killingRound({ home, env }: WorkingCity, plan: RoundPlan): Promise<RoundReport> {
  const begun = performance.now();
  const server = await keepRunning({ ...env, GUATU_PORT: String(plan.port), GUATU_REQUESTS_PER_MINUTE: '0' });
  const client = startClient(plan);
  const chance = chanceFrom(plan.seed);
  const kills: Record<Victim, number> = { server: 0, database: 0, connection: 0, both: 0 };
  const gapsMs: number[] = [];
  const acknowledged = () => count(client, '+');
  try {
    for (const victim of shuffled(repeated(victims, plan.kills), chance)) {
      const before = acknowledged();
      await until(client, () => acknowledged() > before + 10 + chance() * 60);
      await pause(chance() * 400);
      const atKill = acknowledged();
      const killedAt = performance.now();
      await kill(victim, { home, server, chance });
      kills[victim] += 1;
      await until(client, () => acknowledged() > atKill + writers);
      gapsMs.push(Math.round(performance.now() - killedAt));
      // Now and then again at once, while it is still finding its feet.
      if (chance() < 0.3) {
        await server.kill();
        kills.server += 1;
      }
    }
    await until(client, () => acknowledged() >= plan.acknowledgements);
    client.process.kill('SIGTERM');
    const status = await client.ended;
    const stopped = await server.stop();
    const faults = [
      ...(status === 0 ? [] : [`the client ended with ${status}: ${client.complained()}`]),
      ...(stopped === 0 ? [] : [`the server stopped with ${stopped}`]),
      ...(postmasterOf(home) === undefined ? [] : ['the database outlived the server that was stopped']),
      ...server.lost.map((words) => `the server ended by itself: ${words}`),
    ];
    const { startsMs, failedStarts } = server;
    const seconds = Math.round((performance.now() - begun) / 1000);
    return {
      acknowledged: acknowledged(),
      unanswered: count(client, '-'),
      kills,
      startsMs,
      failedStarts,
      gapsMs,
      seconds,
      faults,
    };
  } finally {
    await client.signal('SIGKILL');
    await server.stop();
  }
}

function startClient({ port, filler, coordinator, log }: RoundPlan): Started {
  const baseUrl = `http://127.0.0.1:${port}`;
  const errand: Errand = { baseUrl, filler, coordinator, year, writers, log };
  return start([JSON.stringify(errand)], {
    command: [process.execPath, fileURLToPath(new URL('./write.ts', import.meta.url))],
  });
}

type Scene = { readonly home: string; readonly server: KeptRunning; readonly chance: () => number };

async function kill(victim: Victim, { home, server, chance }: Scene): Promise<void> {
  if (victim === 'connection') {
    const backends = backendsOf(home);
    send(backends[Math.floor(chance() * backends.length)]);
  }
  if (victim === 'database' || victim === 'both') send(postmasterOf(home));
  if (victim === 'server' || victim === 'both') await server.kill();
}

/** One that is gone already needs no killing. */
function send(pid: number | undefined): void {
  try {
    if (pid !== undefined) process.kill(pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

const count = (client: Started, sign: string) => client.said().split(sign).length - 1;

/** Waits for the client to come that far; one that gave up never will. */
async function until(client: Started, isThere: () => boolean): Promise<void> {
  while (!isThere()) {
    if (client.process.exitCode !== null) throw new Error(`the client gave up: ${client.complained()}`);
    await pause(20);
  }
}

const repeated = <T>(items: readonly T[], times: number): T[] =>
  Array.from({ length: times }, () => items).flat();

function shuffled<T>(items: readonly T[], chance: () => number): T[] {
  return items
    .map((item) => ({ item, place: chance() }))
    .sort((a, b) => a.place - b.place)
    .map(({ item }) => item);
}
