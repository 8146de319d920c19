// The load: `node bench/client.ts FILE`, FILE naming the server, the time and the requests. A process of its own, so
// that what it costs is not the server's; it reads answers by their length alone, so that it costs little.
import { readFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import type { Load, Rate, Request } from './load.ts';

const load = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as Load;
const deadline = performance.now() + load.seconds * 1000;
const times: number[] = [];
let taken = 0;
let bytes = 0;

/** One request on a kept connection; anything but 200 ends the run. */
function ask(socket: Socket, text: Buffer): Promise<number> {
  return new Promise((resolve, reject) => {
    let got: Buffer[] = [];
    let needed = -1;
    const onData = (part: Buffer) => {
      got.push(part);
      if (needed < 0) {
        const whole = got.length === 1 ? part : Buffer.concat(got);
        const end = whole.indexOf('\r\n\r\n');
        if (end < 0) return;
        const head = whole.toString('latin1', 0, end);
        if (!head.startsWith('HTTP/1.1 200'))
          return reject(new Error(`${head}\n${whole.toString('utf8', end)}`));
        needed = end + 4 + Number(/content-length: (\d+)/i.exec(head)?.[1]);
        got = [whole];
      }
      const length = got.reduce((sum, one) => sum + one.length, 0);
      if (length < needed) return;
      socket.off('data', onData).off('error', reject);
      resolve(length);
    };
    socket.on('data', onData).on('error', reject);
    socket.write(text);
  });
}

function textOf({ method, path, body }: Request, cookie: string, key: string): Buffer {
  const content = body === undefined ? '' : JSON.stringify(body);
  const lines = [`${method} ${path} HTTP/1.1`, `host: 127.0.0.1:${load.port}`, `cookie: ${cookie}`];
  if (method !== 'GET') {
    lines.push('content-type: application/json', `content-length: ${Buffer.byteLength(content)}`);
    lines.push(`idempotency-key: ${key}`);
  }
  return Buffer.from(`${lines.join('\r\n')}\r\n\r\n${content}`);
}

async function worker(at: number): Promise<void> {
  const socket = connect(load.port, '127.0.0.1').setNoDelay(true);
  const cookie = load.cookies[at % load.cookies.length] ?? '';
  while (performance.now() < deadline) {
    const number = taken++;
    if (load.once && number >= load.units.length) break;
    const unit = load.units[number % load.units.length] ?? [];
    const began = performance.now();
    let length = 0;
    for (const [part, request] of unit.entries())
      length += await ask(socket, textOf(request, cookie, `bench-${process.pid}-${number}-${part}`));
    times.push(performance.now() - began);
    bytes = length;
  }
  socket.destroy();
}

const began = performance.now();
await Promise.all(Array.from({ length: load.connections }, (_, at) => worker(at)));
const seconds = (performance.now() - began) / 1000;
times.sort((a, b) => a - b);
const rate: Rate = {
  units: times.length,
  seconds,
  perSecond: times.length / seconds,
  medianMs: times[times.length >> 1] ?? 0,
  worstOfHundredMs: times[Math.floor(times.length * 0.99)] ?? 0,
  bytes,
};
process.stdout.write(`${JSON.stringify(rate)}\n`);
