import type { Month } from '#kernel/month';

/** The duty that stands in a month: of the same year the latest begun, corrected last. */
export function dutyInMonth<D extends { readonly fromMonth: Month; readonly number: number }>(
  duties: readonly D[],
  month: Month,
): D | undefined {
  let standing: D | undefined;
  for (const duty of duties) {
    if (duty.fromMonth.slice(0, 4) !== month.slice(0, 4) || duty.fromMonth > month) continue;
    const later =
      !standing ||
      duty.fromMonth > standing.fromMonth ||
      (duty.fromMonth === standing.fromMonth && duty.number > standing.number);
    if (later) standing = duty;
  }
  return standing;
}
