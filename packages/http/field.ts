import { type TUnsafe, Type } from 'typebox';
import type { Id } from '#kernel/id';
import type { Month } from '#kernel/month';
import type { PlainDate } from '#kernel/plain-date';

type FieldOptions = { readonly title?: string; readonly description?: string };

/** Money on the wire: whole fen as decimal digits, so that no amount loses a cent in a double. */
export type FenText = `${bigint}`;
export const FenText: TUnsafe<FenText> = fenText();

export function fenText(options: FieldOptions = {}): TUnsafe<FenText> {
  return Type.Unsafe<FenText>({
    type: 'string',
    pattern: '^(0|-?[1-9][0-9]{0,24})$',
    description: '以分为单位的整数',
    ...options,
  });
}

/** A day in Asia/Shanghai. */
export function dayText(options: FieldOptions = {}): TUnsafe<PlainDate> {
  return Type.Unsafe<PlainDate>({ type: 'string', format: 'date', ...options });
}
export const DayText: TUnsafe<PlainDate> = dayText();

export function monthText(options: FieldOptions = {}): TUnsafe<Month> {
  return Type.Unsafe<Month>({
    type: 'string',
    pattern: '^[0-9]{4}-(0[1-9]|1[0-2])$',
    description: '如 2023-05',
    ...options,
  });
}
export const MonthText: TUnsafe<Month> = monthText();

/** An instant in UTC, ISO 8601. */
export type InstantText = `${number}-${number}-${number}T${string}`;
export const InstantText: TUnsafe<InstantText> = Type.Unsafe<InstantText>({
  type: 'string',
  format: 'date-time',
});

export function idText<K extends string>(options: FieldOptions = {}): TUnsafe<Id<K>> {
  return Type.Unsafe<Id<K>>({ type: 'string', format: 'uuid', ...options });
}

/** One of the given words. */
export function oneOf<const Words extends readonly [string, ...string[]]>(
  words: Words,
  options: FieldOptions = {},
): TUnsafe<Words[number]> {
  return Type.Unsafe<Words[number]>({ type: 'string', enum: [...words], ...options });
}

/** The value, or null where nothing is known. */
export function orNull<T extends Parameters<typeof Type.Union>[0][number]>(schema: T) {
  return Type.Union([schema, Type.Null()]);
}

/** A password: kept nowhere, not even within the fingerprint of its request. */
export function secretText(options: FieldOptions = {}) {
  return Type.String({ format: 'password', writeOnly: true, minLength: 1, maxLength: 200, ...options });
}
