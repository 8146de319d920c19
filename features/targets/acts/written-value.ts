import type { Indicator } from '#engines/indicators';
import { wholesPer } from '#engines/indicators';
import { mul, parseDecimal, rational, roundHalfUp } from '#kernel/rational';

/** `1,234.5` in the indicator's unit, or `12.5%` of growth; undefined where it is no number. */
export function writtenValue(indicator: Pick<Indicator, 'kind' | 'unit'>, text: string): bigint | undefined {
  const bare = text.trim().replaceAll(',', '').replaceAll('，', '').replace(/%$/, '');
  const read = parseDecimal(bare);
  if (!read) return undefined;
  const value = mul(read, rational(wholesPer(indicator)));
  if (indicator.kind === 'count' && value.den !== 1n) return undefined;
  return roundHalfUp(value);
}

/** `2023-05`, `2023年5月`, `202305` or a day in that month. */
export function writtenMonth(text: string): `${number}-${number}` | undefined {
  const parts = /^(\d{4})\s*(?:年|[-/.])?\s*(\d{1,2})(?:\s*月|[-/.]\d{1,2})?$/.exec(text.trim());
  const number = Number(parts?.[2]);
  if (!parts || number < 1 || number > 12) return undefined;
  return `${parts[1]}-${String(number).padStart(2, '0')}` as `${number}-${number}`;
}
