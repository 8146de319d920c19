import { type Started, start } from '../support/started.ts';

export type KeptRunning = {
  /** Ends it by force, up or still starting; it is started again at once. */
  kill(): Promise<void>;
  /** Ends it for good, the way a service manager does, and tells its exit status. */
  stop(): Promise<number | null>;
  /** How long each start took that was let finish. */
  readonly startsMs: readonly number[];
  /** Last words of starts that failed, as they may when the database is killed under them. */
  readonly failedStarts: readonly string[];
  /** Last words of a server that ended although nobody had killed it. */
  readonly lost: readonly string[];
};

/** `guatu serve` under a service manager: whenever it ends, it is started again. */
export async function keepRunning(env: Readonly<Record<string, string>>): Promise<KeptRunning> {
  const startsMs: number[] = [];
  const failedStarts: string[] = [];
  const lost: string[] = [];
  const killed = new Set<Started>();
  let isWanted = true;
  let current = start(['serve'], { env });
  let wasUp = false;
  const managing = manage();
  await current.untilItSays('挂图已启动').catch((error: unknown) => {
    isWanted = false;
    throw error;
  });

  async function manage(): Promise<number | null> {
    for (;;) {
      const begun = performance.now();
      wasUp = false;
      const up = current.untilItSays('挂图已启动').then(
        () => {
          wasUp = true;
          startsMs.push(Math.round(performance.now() - begun));
        },
        () => undefined,
      );
      const status = await current.ended;
      await up;
      if (!isWanted) return status;
      const words = current.said() + current.complained();
      if (!killed.has(current)) (wasUp ? lost : failedStarts).push(`${status}: ${words}`);
      current = start(['serve'], { env });
    }
  }

  return {
    startsMs,
    failedStarts,
    lost,
    kill: async () => {
      const victim = current;
      killed.add(victim);
      await victim.signal('SIGKILL');
    },
    stop: async () => {
      await current.untilItSays('挂图已启动').catch(() => undefined);
      isWanted = false;
      current.process.kill('SIGTERM');
      return managing;
    },
  };
}
