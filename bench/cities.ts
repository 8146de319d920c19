import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Month } from '#kernel/month';
import { monthOfYear } from '#kernel/month';
import type { PlainDate } from '#kernel/plain-date';
import { cityPacks, packDirs } from '#pack';

/** One city of the bench: so many projects, each of them on the lists of every year and reporting every month. */
export type BenchCity = {
  readonly size: 'small' | 'large';
  readonly cityId: number;
  readonly name: string;
  readonly projects: number;
  readonly years: readonly number[];
};

/** Numbers of no place. */
const standing: readonly BenchCity[] = [
  { size: 'small', cityId: 829901, name: '试测甲', projects: 20_000, years: [2025] },
  { size: 'large', cityId: 829902, name: '试测乙', projects: 100_000, years: [2023, 2024, 2025] },
];

/** `GUATU_BENCH_SCALE=0.05` makes small cities to try the bench itself with; its figures are worth nothing. */
export function benchCities(scale: number): readonly BenchCity[] {
  return standing.map((city) => ({ ...city, projects: Math.max(1000, Math.round(city.projects * scale)) }));
}

/** After the evaluation day of the last month, which is not locked yet. */
export const benchDay: PlainDate = '2026-01-20';
export const lastMonth: Month = '2025-12';
export const password = 'Kanban-2026';
/** Projects in the district that is as small in both cities. */
export const selected = 250;

export function monthsOf(city: BenchCity): Month[] {
  return city.years.flatMap((year) => Array.from({ length: 12 }, (_, at) => monthOfYear(year, at + 1)));
}

/** The first shipped city's pack under another name and number: both cities differ in size alone. */
export function benchPack(home: string, city: BenchCity): string {
  const folder = join(home, 'packs', city.size);
  const [source] = cityPacks();
  const top = source === undefined ? undefined : packDirs(source).at(-1);
  if (top === undefined) throw new Error('no city pack to copy');
  if (existsSync(join(folder, 'city.yaml'))) return folder;
  mkdirSync(folder, { recursive: true });
  cpSync(top, folder, { recursive: true, filter: (path) => !path.endsWith('/demo') });
  const written = readFileSync(join(top, 'city.yaml'), 'utf8')
    .replace(/^id:.*$/m, `id: bench-${city.size}`)
    .replace(/^cityId:.*$/m, `cityId: ${city.cityId}`)
    .replace(/^name:.*$/m, `name: ${city.name}`)
    .replace(/^fullName:.*$/m, `fullName: ${city.name}市`);
  writeFileSync(join(folder, 'city.yaml'), written);
  return folder;
}
