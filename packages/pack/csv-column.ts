import { isPlainDate, type PlainDate } from '#kernel/plain-date';

type Reading<T> = { readonly value: T } | { readonly message: string; readonly remedy: string };

/** How one cell of a CSV column is read. A column that may be left out of the header says so. */
export type CsvColumn<T> = {
  readonly read: (raw: string) => Reading<T>;
  readonly mayBeMissing?: boolean;
};

function column<T>(read: CsvColumn<T>['read'], mayBeMissing = false): CsvColumn<T> {
  return { read, mayBeMissing };
}

/** Text that must be there. */
export const textColumn = column<string>((raw) =>
  raw ? { value: raw } : { message: '这一格不能为空', remedy: '请填写' },
);

export const optionalTextColumn = column<string | undefined>((raw) => ({ value: raw || undefined }), true);

/** Several values in one cell, parted by ; or ；. */
export const listColumn = column<readonly string[]>((raw) => ({ value: splitList(raw) }), true);

export const integerColumn = column<number>((raw) =>
  /^-?\d{1,9}$/.test(raw)
    ? { value: Number(raw) }
    : { message: `“${raw}”不是整数`, remedy: '请填写整数，如 1' },
);

export const optionalDayColumn = column<PlainDate | undefined>((raw) => {
  if (!raw) return { value: undefined };
  if (isPlainDate(raw)) return { value: raw };
  return { message: `“${raw}”不是有效日期`, remedy: '请写成 2023-05-06 的格式' };
}, true);

export function oneOfColumn<const T extends string>(allowed: readonly T[]): CsvColumn<T> {
  return column<T>((raw) => {
    const value = allowed.find((one) => one === raw);
    if (value !== undefined) return { value };
    return { message: `“${raw}”不在可填范围内`, remedy: `请填写：${allowed.join('、')}` };
  });
}

/** Any further format: `read` gives the value, or undefined where the text does not fit. */
export function parsedColumn<T>(read: (raw: string) => T | undefined, example: string): CsvColumn<T> {
  return column<T>((raw) => {
    const value = read(raw);
    if (value !== undefined) return { value };
    return { message: raw ? `“${raw}”无法识别` : '这一格不能为空', remedy: `请按此格式填写：${example}` };
  });
}

export function splitList(raw: string): string[] {
  return raw
    .split(/[;；]/)
    .map((one) => one.trim())
    .filter((one) => one !== '');
}
