import type { Holder } from './aspect.ts';
import { normalName } from './name.ts';

/** A value of the log with every telephone number in it masked; the rest as it is. */
export function withoutPhones(value: unknown, mask: (phone: string) => string): unknown {
  if (Array.isArray(value)) return value.map((one) => withoutPhones(one, mask));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [
      key,
      key === 'phone' && typeof one === 'string' ? mask(one) : withoutPhones(one, mask),
    ]),
  );
}

/** Who edits sees masked numbers only: one that comes back masked stands for the number on record. */
export function withKnownPhones(holders: readonly Holder[], before: readonly Holder[]): Holder[] {
  return holders.map((holder) => {
    if (!holder.phone?.includes('*')) return holder;
    const same = before.find((one) => normalName(one.name) === normalName(holder.name));
    return { ...holder, phone: same?.phone ?? null };
  });
}
