import { type Actor, type City, type Origin, scopeOf } from '#access';
import {
  closeDatabase,
  type DatabaseSettings,
  type Db,
  inScope,
  listCities,
  migrate,
  openDatabase,
} from '#db';
import { type PlainDate, todayInShanghai } from '#kernel/plain-date';
import { defineRefusals, refuse } from '#kernel/refusal';
import { loadPack, type Pack, packDirs } from '#pack';
import { migrations } from './migrations.ts';
import { packSections } from './pack-sections.ts';

export const programRefusals = defineRefusals({
  'program.no_such_city': {
    status: 404,
    text: '没有名为“{city}”的市。已有市包：{packs}。请检查 --city 的写法',
  },
});

/** The opened program: one database, the packs of its cities, and the day it takes for today. */
export type Program = {
  readonly db: Db;
  readonly home: string;
  readonly now: () => Date;
  readonly today: () => PlainDate;
  /** Packs by city number; entering a city adds its pack. */
  readonly packs: Map<number, Pack>;
};

export type ProgramSettings = DatabaseSettings & {
  /** Takes this day for today: tests, demonstrations, and looking back. */
  readonly today?: PlainDate | undefined;
};

/** Opens the database, brings its tables up to date and loads the packs of the cities in it. */
export async function openProgram(settings: ProgramSettings): Promise<Program> {
  const db = await openDatabase(settings);
  try {
    await migrate(db, migrations);
    const packs = new Map<number, Pack>();
    for (const city of await listCities(db)) packs.set(city.cityId, packNamed(city.pack));
    const now = () => new Date();
    return { db, home: settings.home, packs, now, today: () => settings.today ?? todayInShanghai(now()) };
  } catch (error) {
    await closeDatabase(db);
    throw error;
  }
}

export function closeProgram(program: Program): Promise<void> {
  return closeDatabase(program.db);
}

/** The pack of that id or folder, every section of it read and checked. */
export function packNamed(idOrDir: string): Pack {
  return loadPack(packDirs(idOrDir), packSections);
}

export type CityAct = { readonly readOnly?: boolean; readonly origin?: Origin };

/** One transaction in a city, in the scope of the actor. */
export function inCity<T>(
  program: Program,
  cityId: number,
  actor: Actor,
  act: (city: City) => Promise<T>,
  how: CityAct = {},
): Promise<T> {
  const pack = program.packs.get(cityId);
  if (!pack) refuse('program.no_such_city', { city: cityId, packs: '' });
  return inScope(
    program.db,
    scopeOf(actor, cityId),
    (tx) =>
      act({
        tx,
        cityId,
        pack,
        today: program.today(),
        now: program.now(),
        actor,
        ...(how.origin ? { origin: how.origin } : {}),
      }),
    { readOnly: how.readOnly ?? false },
  );
}
