import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';

/** How a program is started: `cwd` and user matter for stories about the machine, the rest to all. */
export type Starting = {
  readonly env?: Readonly<Record<string, string>>;
  readonly root?: string;
  readonly uid?: number;
  readonly gid?: number;
  readonly command?: readonly [string, ...string[]];
};

/** A program at work: what it said so far, and how it ended. */
export type Started = {
  readonly process: ChildProcess;
  said(): string;
  complained(): string;
  /** Resolves when it has said what fits, or rejects with its last words if it ends before. */
  untilItSays(words: string | RegExp): Promise<void>;
  /** Its exit status; null when a signal ended it. */
  readonly ended: Promise<number | null>;
  /** Signals the program and everything in its group, as a terminal does on Ctrl-C, and waits for its end. */
  signal(signal: NodeJS.Signals): Promise<number | null>;
};

/** Whatever is still at work when the tests end is ended with them. */
const atWork = new Set<ChildProcess>();
process.on('exit', () => {
  for (const { pid } of atWork) if (pid) endGroup(pid, 'SIGKILL');
});

const checkout = join(import.meta.dirname, '../..');

/** As in a terminal of its own, not below the `npm` that runs the tests. */
const plainEnvironment = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !/^(npm_|GUATU_|VITEST|NODE_ENV$|INIT_CWD$)/i.test(name)),
);

/** Starts `guatu …` of this checkout, or another command, in a process group of its own. */
export function start(args: readonly string[], how: Starting = {}): Started {
  const { env = {}, root = checkout, command, ...user } = how;
  const [file, ...before] = command ?? [process.execPath, join(root, 'apps/cli/main.ts')];
  const child = spawn(file, [...before, ...args], {
    ...user,
    cwd: root,
    env: { ...plainEnvironment, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  atWork.add(child);
  let said = '';
  let complained = '';
  let isOver = false;
  const heard = new Set<() => void>();
  const tellAll = () => {
    for (const listener of [...heard]) listener();
  };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text;
    tellAll();
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complained += text;
  });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (status) => {
      isOver = true;
      atWork.delete(child);
      tellAll();
      resolve(status);
    });
  });
  ended.catch(() => undefined);

  function untilItSays(words: string | RegExp): Promise<void> {
    return new Promise((resolve, reject) => {
      const look = () => {
        const fits = typeof words === 'string' ? said.includes(words) : words.test(said);
        if (!fits && !isOver) return;
        heard.delete(look);
        if (fits) resolve();
        else reject(new Error(`ended without saying “${words}”:\n${said}${complained}`));
      };
      heard.add(look);
      look();
    });
  }

  return {
    process: child,
    said: () => said,
    complained: () => complained,
    untilItSays,
    ended,
    signal: async (signal) => {
      if (!isOver && child.pid) endGroup(child.pid, signal);
      return ended;
    },
  };
}

function endGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/** Runs a command to its end. */
export async function run(args: readonly string[], how: Starting = {}) {
  const started = start(args, how);
  const status = await started.ended;
  return { status, stdout: started.said(), stderr: started.complained() };
}
