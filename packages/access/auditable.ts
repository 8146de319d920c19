import { maskPersonal } from './mask.ts';

const unspeakable = /password|passwd|secret|token|cookie|authorization|口令|密码/i;

/** Details as they may be kept for ever: JSON only, nothing that opens a door, personal numbers masked. */
export function auditable(details: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(details)
      .filter(([, value]) => value !== undefined)
      .map(([key, value]) => [key, unspeakable.test(key) ? '***' : cleaned(value, key)]),
  );
}

function cleaned(value: unknown, key: string): unknown {
  if (typeof value === 'bigint') return value.toString();
  // An amount of eleven digits looks like a phone.
  if (typeof value === 'string') return key.endsWith('Fen') ? value : maskPersonal(value);
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map((one) => cleaned(one, key));
  if (value && typeof value === 'object') return auditable(value as Record<string, unknown>);
  return value ?? null;
}
