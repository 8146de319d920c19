/** Which office a returned workbook comes from, and how that is known. */
export type ReturnedFrom = {
  readonly office: string | null;
  readonly name: string | null;
  /** By the key of an issued workbook; else guessed from its projects. */
  readonly certain: boolean;
};

/** Less than this share of its projects, and no office is named. */
const enough = 2 / 3;

/** The district most of a workbook's projects lie in. */
export function returnedFrom(
  districts: readonly ({ readonly orgId: string; readonly name: string } | undefined)[],
): ReturnedFrom {
  const counts = new Map<string, { name: string; count: number }>();
  for (const district of districts) {
    if (!district) continue;
    const known = counts.get(district.orgId) ?? { name: district.name, count: 0 };
    counts.set(district.orgId, { ...known, count: known.count + 1 });
  }
  const [most] = [...counts].sort(([, a], [, b]) => b.count - a.count);
  if (!most || most[1].count < districts.length * enough) return { office: null, name: null, certain: false };
  return { office: most[0], name: most[1].name, certain: false };
}
