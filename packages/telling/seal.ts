import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ChannelSecret } from './channel.ts';
import { outwardWorld } from './outward-world.ts';

const algorithm = 'aes-256-gcm';
const keyBytes = 32;
const nonceBytes = 12;
const tagBytes = 16;

/**
 * Seals what opens a channel, bound to the channel. The key lies in a file beside the database, not in it: a dump or a
 * backup opens nothing.
 */
export async function sealSecret(channelId: string, secret: ChannelSecret): Promise<string> {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv(algorithm, await keyOf(outwardWorld().keyFolder), nonce);
  cipher.setAAD(Buffer.from(channelId));
  const sealed = Buffer.concat([cipher.update(JSON.stringify(secret), 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64');
}

/** Undefined where it was sealed with another key: after moving to another machine it has to be entered again. */
export async function openSecret(
  channelId: string,
  sealed: string | null,
): Promise<ChannelSecret | undefined> {
  if (sealed === null) return {};
  const bytes = Buffer.from(sealed, 'base64');
  const decipher = createDecipheriv(
    algorithm,
    await keyOf(outwardWorld().keyFolder),
    bytes.subarray(0, nonceBytes),
  );
  decipher.setAAD(Buffer.from(channelId));
  decipher.setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
  try {
    const opened = decipher.update(bytes.subarray(nonceBytes + tagBytes));
    return JSON.parse(Buffer.concat([opened, decipher.final()]).toString('utf8'));
  } catch {
    return undefined;
  }
}

async function keyOf(folder: string): Promise<Buffer> {
  const file = join(folder, 'telling.key');
  try {
    return await readKey(file);
  } catch (error) {
    if ((error as { code?: unknown }).code !== 'ENOENT') throw error;
  }
  await mkdir(folder, { recursive: true, mode: 0o700 });
  // Of two that begin at once the first one's key stays.
  await writeFile(file, randomBytes(keyBytes).toString('base64'), { flag: 'wx', mode: 0o600 }).catch(
    (error: { code?: unknown }) => {
      if (error.code !== 'EEXIST') throw error;
    },
  );
  return readKey(file);
}

async function readKey(file: string): Promise<Buffer> {
  const key = Buffer.from(await readFile(file, 'utf8'), 'base64');
  if (key.length !== keyBytes) throw new Error(`${file} holds no key of ${keyBytes} bytes`);
  return key;
}
