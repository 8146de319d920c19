import { join } from 'node:path';
import { listAccounts, scopeOf, systemActor } from '#access';
import {
  closeDatabase,
  type DatabaseSettings,
  type Db,
  filesFolder,
  inScope,
  listCities,
  migrate,
  openDatabase,
} from '#db';
import { setFontFolder } from '#documents';
import { openFileStore, setFileStore } from '#files';
import type { ServerWorld } from '#http';
import { type PlainDate, todayInShanghai } from '#kernel/plain-date';
import { defineRefusals } from '#kernel/refusal';
import { demonstrationSection, loadPack, type Pack, packDirs, sectionOf } from '#pack';
import { setOutwardWorld } from '#telling';
import { serverWorld } from '../../features/identity/server-world.ts';
import { keepPacks } from '../../features/rules/pack-keeper.ts';
import { clockFrom } from '../server/clock.ts';
import { migrations } from './migrations.ts';
import { packSections } from './pack-sections.ts';

defineRefusals({
  'program.no_such_city': {
    status: 404,
    text: '没有名为“{city}”的市。可用的有：{cities}。请检查 --city 的写法',
  },
});

/** The opened program: one database, the packs of its cities, and the world in which requests act. */
export type Program = {
  readonly db: Db;
  readonly home: string;
  /** Packs by city number, in the order in which visitors are shown the cities. */
  readonly packs: Map<number, Pack>;
  readonly demonstration: boolean;
  readonly world: ServerWorld;
  /** Closed with it: the city's own database, which holds the home while the demonstration is served. */
  readonly alsoOpen?: readonly Program[];
};

export type ProgramSettings = DatabaseSettings & {
  /** Takes this day for today: tests, demonstrations, and looking back. */
  readonly today?: string | undefined;
  readonly demonstration?: boolean;
  /** Where people open the pages: what is sent outward leads there. */
  readonly origin?: string;
  /** Inner hosts and networks that messages may be sent to. */
  readonly outwardTargets?: readonly string[];
};

/** Opens the database, brings its tables up to date and loads the packs of the cities in it. */
export async function openProgram(settings: ProgramSettings): Promise<Program> {
  const db = await openDatabase(settings);
  try {
    await migrate(db, migrations);
    setFileStore(await openFileStore(filesFolder(settings.home)));
    setFontFolder(join(settings.home, 'fonts'));
    setOutwardWorld({
      keyFolder: join(settings.home, 'secrets'),
      origin: settings.origin ?? '',
      allowedTargets: settings.outwardTargets ?? [],
    });
    const packs = new Map<number, Pack>();
    for (const city of await listCities(db)) packs.set(city.cityId, packNamed(city.pack));
    return programOf(db, packs, settings);
  } catch (error) {
    await closeDatabase(db);
    throw error;
  }
}

function programOf(db: Db, packs: Map<number, Pack>, settings: ProgramSettings): Program {
  // Only the day may be another one: sessions, locks and sweeps go by the time as it is.
  const pinned = settings.today === undefined ? undefined : clockFrom(settings.today);
  const demonstration = settings.demonstration ?? false;
  const world = serverWorld({
    db,
    packOf: keepPacks(db, (cityId) => packs.get(cityId)),
    cityOf: () => packs.keys().next().value ?? 0,
    todayOf: (cityId) =>
      (demonstration ? demonstrationDay(packs.get(cityId)) : undefined) ??
      (pinned && todayInShanghai(pinned())),
    demonstration,
  });
  return { db, home: settings.home, packs, demonstration, world };
}

/** A demonstration year is shown as of the day its pack says. */
function demonstrationDay(pack: Pack | undefined): PlainDate | undefined {
  return pack ? sectionOf(pack, demonstrationSection)?.asOf : undefined;
}

export async function closeProgram(program: Program): Promise<void> {
  await closeDatabase(program.db);
  for (const other of program.alsoOpen ?? []) await closeProgram(other);
}

/** The pack of that id or folder, every section of it read and checked. */
export function packNamed(idOrDir: string): Pack {
  return loadPack(packDirs(idOrDir), packSections);
}

/** Whether somebody could sign in: until then the demonstration is served. */
export async function isSetUp(program: Program): Promise<boolean> {
  for (const cityId of program.packs.keys()) if (await hasAccounts(program, cityId)) return true;
  return false;
}

export async function hasAccounts({ db }: Program, cityId: number): Promise<boolean> {
  const accounts = await inScope(db, scopeOf(systemActor, cityId), (tx) => listAccounts(tx));
  return accounts.length > 0;
}
