import type { DeclaredMatter, Matter, Seat } from '#engines/matters';

/** Whose move it is: who is late when the clock that runs breaches; without one, who may act from here. */
export function turnOf(
  definition: DeclaredMatter,
  matter: Pick<Matter, 'state' | 'closedAt' | 'clocks'>,
): Seat[] {
  if (matter.closedAt) return [];
  const against = matter.clocks
    .filter(({ endedAt }) => !endedAt)
    .flatMap(({ clock }) => definition.clocks[clock]?.against ?? []);
  if (against.length > 0) return [...new Set(against)];
  const onward = Object.values(definition.actions).find(
    ({ from, to }) => to !== matter.state && [from].flat().includes(matter.state),
  );
  return onward ? [onward.by].flat().filter((seat) => seat !== 'system') : [];
}
