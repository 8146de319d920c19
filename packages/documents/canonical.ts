import { sm3 } from '#kernel/sm3';

export type Plain =
  | string
  | number
  | boolean
  | null
  | bigint
  | undefined
  | readonly Plain[]
  | { readonly [name: string]: Plain };

/**
 * The one spelling of a value: names in order of code points, no spaces, amounts as digits, nothing for what is
 * undefined. Numbers must be whole: a fraction has no one spelling.
 */
export function canonicalJson(value: Plain): string {
  if (typeof value === 'bigint') return `"${value}"`;
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value)) throw new RangeError(`not a whole number: ${value}`);
    return String(value);
  }
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map((one) => canonicalJson(one ?? null)).join(',')}]`;
  const entries = Object.entries(value ?? {}).filter(([, one]) => one !== undefined);
  const members = entries
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, one]) => `${JSON.stringify(name)}:${canonicalJson(one)}`);
  return `{${members.join(',')}}`;
}

/** SM3 of the canonical spelling: what a document is known by for ever, in whatever form it is printed. */
export function canonicalHash(canonical: string): string {
  return sm3(canonical);
}
