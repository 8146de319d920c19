import type { CityWords, PlaceWords } from './city-words.ts';
import { projectNames } from './project-names.ts';
import type { Random } from './random.ts';
import type { ReportPersona } from './report-personas.ts';
import { projectCode } from './words-cells.ts';

/** A project of the year's list as reports come upon it. */
export type Listed = {
  readonly key: string;
  readonly name: string;
  readonly industry: string;
  readonly code: string | null;
  readonly place: PlaceWords;
  readonly stage: '在建' | '新开工';
  readonly totalFen: bigint | null;
  readonly doneBeforeFen: bigint | null;
  readonly planFen: bigint;
  /** Reported up to now, the latest last; not every month is. */
  readonly earlier: readonly { readonly month: string; readonly cumFen: bigint | null }[];
};

const wan = 1_000_000n;

export function listedProjects(
  random: Random,
  { city, year, month, place }: ReportPersona,
  count: number,
): Listed[] {
  const own = city.places.find((p) => p.name === place);
  return projectNames(random, city, count).map(({ name, industry }, i): Listed => {
    const at = own ?? (random.pick(city.places) as PlaceWords);
    const doneBeforeFen = BigInt(random.int(0, 900)) * 10n * wan;
    const planFen = BigInt(random.int(200, 3000)) * 10n * wan;
    return {
      key: `${(city as CityWords).prefix}${year % 100}-${String(i + 1).padStart(3, '0')}`,
      name,
      industry,
      code: random.chance(0.85) ? projectCode(random, at.code ?? city.code, year) : null,
      place: at,
      stage: i < count / 2 ? '在建' : '新开工',
      totalFen: random.chance(0.95) ? doneBeforeFen + planFen * 2n : null,
      doneBeforeFen: i < count / 2 ? doneBeforeFen : null,
      planFen,
      earlier: earlierOf(random, year, month, planFen),
    };
  });
}

function earlierOf(random: Random, year: number, month: number, plan: bigint): Listed['earlier'] {
  if (random.chance(0.15)) return [];
  let cum = 0n;
  const reports: { month: string; cumFen: bigint | null }[] = [];
  for (let m = 1; m < month; m++) {
    cum += (plan * BigInt(random.int(0, 8))) / 100n;
    if (m < month - 1 && random.chance(0.3)) continue;
    if (m === month - 1 && random.chance(0.08)) continue;
    reports.push({
      month: `${year}-${String(m).padStart(2, '0')}`,
      cumFen: random.chance(0.04) ? null : cum,
    });
  }
  return reports;
}
