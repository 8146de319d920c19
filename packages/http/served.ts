import type { FenText, InstantText } from './field.ts';

/**
 * What a handler may return for a type of the wire: a bigint for a text of fen, a Date for an instant.
 * Everything else stays as declared.
 */
export type Served<T> = unknown extends T
  ? T
  : T extends FenText
    ? T | bigint
    : T extends InstantText
      ? T | Date
      : T extends string | number | boolean | null | undefined
        ? T
        : T extends readonly (infer Item)[]
          ? readonly Served<Item>[]
          : T extends object
            ? { readonly [Key in keyof T]: Served<T[Key]> }
            : T;

/** Turns bigint and Date into their texts, at any depth; what needs no change is not copied. */
export function toWire(value: unknown): unknown {
  if (typeof value === 'bigint') return value.toString();
  if (value === null || typeof value !== 'object') return value;
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) {
    let copy: unknown[] | undefined;
    for (let index = 0; index < value.length; index += 1) {
      const item = toWire(value[index]);
      if (item === value[index]) continue;
      copy ??= [...value];
      copy[index] = item;
    }
    return copy ?? value;
  }
  let copy: Record<string, unknown> | undefined;
  for (const [key, item] of Object.entries(value)) {
    const wired = toWire(item);
    if (wired === item) continue;
    copy ??= { ...value };
    copy[key] = wired;
  }
  return copy ?? value;
}
