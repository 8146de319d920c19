import { sm3 } from '#kernel/sm3';
import type { ReceivedFile } from '../file.ts';
import type { RouteDeclaration } from '../route.ts';
import { isSecretInput } from './secret.ts';

/**
 * Equal for requests that ask for the same act: key order does not count, a file counts by content and name. Secrets
 * are left out, since a stored hash of a password could be guessed at leisure.
 */
export function fingerprintOf(route: RouteDeclaration, input: Readonly<Record<string, unknown>>): string {
  const { file, ...all } = input;
  const rest = Object.fromEntries(Object.entries(all).filter(([name]) => !isSecretInput(route, name)));
  const received = route.upload ? (file as ReceivedFile) : undefined;
  const fileText = received ? [received.name, sm3(received.bytes)] : file;
  return sm3(JSON.stringify([route.method, route.path, ordered({ ...rest, file: fileText })]));
}

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, item]) => [key, ordered(item)]));
}
