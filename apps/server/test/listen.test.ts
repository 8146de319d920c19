import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { openServer } from '#http';
import { listen } from '../listen.ts';

async function slowServer(milliseconds: number) {
  const server = await openServer();
  const arrived = Promise.withResolvers<void>();
  server.get('/slow', async () => {
    arrived.resolve();
    await pause(milliseconds);
    return { finished: true };
  });
  return { server, arrived: arrived.promise };
}

describe('listening', () => {
  test('on a port that is taken is refused in one sentence', async () => {
    const first = createServer();
    await new Promise<void>((resolve) => first.listen(0, '127.0.0.1', resolve));
    const { port } = first.address() as { port: number };
    const { server } = await slowServer(0);
    await expect(listen(server, { host: '127.0.0.1', port })).rejects.toThrow(
      `端口 ${port} 已被其他程序占用`,
    );
    await new Promise((resolve) => first.close(resolve));
  });

  test('at an address of another machine is refused', async () => {
    const { server } = await slowServer(0);
    await expect(listen(server, { host: '192.0.2.1', port: 18_060 })).rejects.toThrow('GUATU_HOST');
  });

  test('tells the address to open', async () => {
    const { server } = await slowServer(0);
    const listening = await listen(server, { host: '0.0.0.0', port: 0 });
    expect(listening.addresses[0]).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect((await fetch(`${listening.addresses[0]}/nowhere`)).status).toBe(404);
    await listening.stop();
  });
});

describe('stopping', () => {
  test('lets a running request finish and takes no other', async () => {
    const { server, arrived } = await slowServer(300);
    const { addresses, stop } = await listen(server, { host: '127.0.0.1', port: 0 });
    const running = fetch(`${addresses[0]}/slow`);
    await arrived;
    const stopped = stop();
    expect(await (await running).json()).toEqual({ finished: true });
    await stopped;
    await expect(fetch(`${addresses[0]}/slow`)).rejects.toThrow();
  });

  test('cuts off what does not end in time', async () => {
    const { server, arrived } = await slowServer(30_000);
    const { addresses, stop } = await listen(server, { host: '127.0.0.1', port: 0 }, 50);
    const running = fetch(`${addresses[0]}/slow`).then(
      () => 'answered',
      () => 'cut off',
    );
    await arrived;
    await stop();
    expect(await running).toBe('cut off');
  });
});
