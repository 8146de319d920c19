import { addToMonth, type Month } from '#kernel/month';

type Lit = { readonly month: Month; readonly overall: string | null };

/** Back from the latest month while the light is the same and no month is left out. */
export function lightSince(latestFirst: readonly Lit[]): { since: Month; months: number } | undefined {
  const [latest] = latestFirst;
  if (!latest) return undefined;
  let [since, months] = [latest.month, 1];
  for (const one of latestFirst.slice(1)) {
    if (one.overall !== latest.overall || one.month !== addToMonth(since, -1)) break;
    since = one.month;
    months += 1;
  }
  return { since, months };
}
