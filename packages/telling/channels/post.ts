import { request as requestPlain } from 'node:http';
import { request as requestSecure } from 'node:https';
import type { LookupFunction } from 'node:net';
import { failureOf, SendFailure } from '../send-failure.ts';
import { checkTarget } from '../target.ts';

const timeoutMs = 10_000;
const longestAnswer = 64 * 1024;

export type Posted = { readonly status: number; readonly text: string };

/** Posts JSON to the very address that was checked; follows no redirection. */
export async function post(
  url: URL,
  body: string,
  headers: Readonly<Record<string, string>>,
  allowed: readonly string[],
): Promise<Posted> {
  if (url.protocol !== 'https:' && url.protocol !== 'http:')
    throw new SendFailure('地址须以 https:// 或 http:// 开头', { lasting: true });
  const { address, family } = await checkTarget(url.hostname, allowed);
  const lookup: LookupFunction = (_host, options, tell) =>
    options.all ? tell(null, [{ address, family }]) : tell(null, address, family);
  const request = url.protocol === 'https:' ? requestSecure : requestPlain;
  const bytes = Buffer.from(body, 'utf8');
  return new Promise<Posted>((resolve, reject) => {
    const outgoing = request(url, {
      method: 'POST',
      lookup,
      signal: AbortSignal.timeout(timeoutMs),
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'content-length': bytes.length,
        ...headers,
      },
    });
    outgoing.on('error', (error) =>
      reject(error.name === 'TimeoutError' || error.name === 'AbortError' ? tooSlow() : failureOf(error)),
    );
    outgoing.on('response', (answer) => {
      const parts: Buffer[] = [];
      let length = 0;
      answer.on('data', (part: Buffer) => {
        length += part.length;
        if (length <= longestAnswer) parts.push(part);
        else answer.destroy(new SendFailure('对方的答复过长，不像是消息接口'));
      });
      answer.on('error', (error) => reject(failureOf(error)));
      answer.on('end', () =>
        resolve({ status: answer.statusCode ?? 0, text: Buffer.concat(parts).toString('utf8') }),
      );
    });
    outgoing.end(bytes);
  });
}

const tooSlow = () => new SendFailure('对方 10 秒内没有答复');

/** A receiver that answers anything but 2xx did not take the message. */
export function ensureTaken({ status }: Posted): void {
  if (status >= 200 && status < 300) return;
  if (status >= 300 && status < 400)
    throw new SendFailure(`对方要求转到别的地址（HTTP ${status}），请直接填写最终地址`, { lasting: true });
  throw new SendFailure(`对方没有收下消息（HTTP ${status}）`);
}
