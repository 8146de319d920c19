/** A cell as an office leaves it. */
export type Made = {
  readonly value: Value;
  readonly format?: string;
};

export type Value =
  | string
  | number
  | boolean
  | Date
  | null
  | { readonly formula: string; readonly result: string | number | { readonly error: string } }
  | { readonly error: string }
  | { readonly rich: readonly string[] };

/** What a cell was written for, what it must be read as, and what must be said about it. */
export type Written<T> = { readonly cell: Made; readonly value: T; readonly codes: readonly string[] };

export function written<T>(value: Value, read: T, ...codes: string[]): Written<T> {
  return { cell: { value }, value: read, codes };
}
