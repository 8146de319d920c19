import { statSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { refuse } from '#kernel/refusal';

export type Lock = { release(): Promise<void> };

/**
 * Locks between processes on one home, held as abstract sockets: the kernel frees them the moment their process
 * ends, however it ends, so there is never a stale one. Asked, a lock answers with the number of its process.
 */
export function lockName(home: string, purpose: 'serve' | 'start'): string {
  const { dev, ino } = statSync(home);
  return `\0guatu:${purpose}:${dev}:${ino}`;
}

export function tryLock(name: string): Promise<Lock | undefined> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => {
      socket.on('error', () => undefined);
      socket.end(String(process.pid));
    });
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve(undefined) : reject(error),
    );
    server.listen(name, () => {
      server.unref();
      resolve({ release: () => new Promise<void>((done) => server.close(() => done())) });
    });
  });
}

export function lockHolder(name: string): Promise<string> {
  return new Promise((resolve) => {
    let answer = '';
    const socket = connect(name);
    socket.setTimeout(1000, () => socket.destroy());
    socket.on('data', (data) => {
      answer += String(data);
    });
    socket.on('error', () => undefined);
    socket.on('close', () => resolve(answer || '未知'));
  });
}

const longestWaitMs = 180_000;

/** Does one thing while no other process starts or stops the server of this home. */
export async function whileLocked<T>(home: string, work: () => Promise<T>): Promise<T> {
  const name = lockName(home, 'start');
  const deadline = Date.now() + longestWaitMs;
  for (;;) {
    const lock = await tryLock(name);
    if (lock) {
      try {
        return await work();
      } finally {
        await lock.release();
      }
    }
    if (Date.now() > deadline)
      refuse('db.cannot_start', { reason: `进程 ${await lockHolder(name)} 长时间占用数据目录` });
    await pause(20);
  }
}
