import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type City, localOperator } from '#access';
import { asTableOwner, removeHome } from '#db/testing';
import { checkRollups, evaluate, lockMonth } from '#engines/indicators';
import { findOrganisation } from '#engines/registry';
import { newId } from '#kernel/id';
import { addToMonth, firstDayOf, type Month, monthOfYear } from '#kernel/month';
import { addDays } from '#kernel/plain-date';
import { enterCity } from '../apps/program/enter-city.ts';
import { closeProgram, openProgram, type Program } from '../apps/program/program.ts';
import { addUser } from '../features/identity/acts/add-user.ts';
import { writeList } from '../features/intake/acts/write-list.ts';
import { type BenchCity, benchDay, benchPack, lastMonth, monthsOf, password } from './cities.ts';
import { namesIn, recordsOf, smallDistrict } from './fill/records.ts';

const here = import.meta.dirname;
const options = { acceptGood: true, acceptSimilar: false, reason: null, approver: null };

/** Fills the cities unless they were filled the same way before. Lists, plans and lights come from the acts themselves. */
export async function fillCities(
  home: string,
  cities: readonly BenchCity[],
  say: (line: string) => void,
): Promise<void> {
  const stampFile = join(home, 'filled');
  const stamp = stampOf(cities);
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return;
  await removeHome(home);
  mkdirSync(home, { recursive: true });
  const program = await openProgram({ home, today: benchDay });
  try {
    for (const city of cities) await fillCity(program, city, say);
    await asTableOwner(program.db, 'vacuum analyze');
    writeFileSync(stampFile, stamp);
  } finally {
    await closeProgram(program);
  }
}

async function fillCity(program: Program, city: BenchCity, say: (line: string) => void): Promise<void> {
  const started = Date.now();
  const tell = (what: string) => say(`${Math.round((Date.now() - started) / 1000)} s  ${city.size}: ${what}`);
  await enterCity(program, benchPack(program.home, city));
  await addAccounts(program, city);
  for (const year of city.years) {
    await inCity(program, city, (one) => writeYear(one, city, year));
    tell(`list of ${year}`);
  }
  await asOwner(program, 'reports.sql', city);
  tell('reports');
  await asTableOwner(program.db, 'analyze');
  for (const year of city.years) await asOwner(program, 'rollups.sql', city, year);
  tell('sums');
  for (const month of monthsOf(city)) await inCity(program, city, (one) => light(one, month));
  tell('lights');
  const { checked, differences, changedAfterLock } = await inCity(program, city, checkRollups);
  const wrong = differences.length + changedAfterLock.length;
  if (wrong > 0) throw new Error(`${wrong} of ${checked} sums are wrong`);
  tell(`${checked} sums are what the rows give`);
}

export function inCity<T>(
  program: Program,
  { cityId }: BenchCity,
  act: (city: City) => Promise<T>,
): Promise<T> {
  return program.world.open({ cityId, actor: localOperator }, { readOnly: false, origin: {} }, act);
}

/** Whatever the filling is made from: its own programs and the sizes of the cities. */
function stampOf(cities: readonly BenchCity[]): string {
  const hash = createHash('sha256').update(JSON.stringify(cities));
  for (const file of ['../fill.ts', '../cities.ts', ...readdirSync(join(here, 'fill'))])
    hash.update(readFileSync(join(here, 'fill', file)));
  return hash.digest('hex');
}

async function addAccounts(program: Program, city: BenchCity): Promise<void> {
  await inCity(program, city, async (one) => {
    const small = await findOrganisation(one, smallDistrict(namesIn(one.pack)));
    const seats = [
      { login: 'clerk', role: 'coordinator-clerk' },
      { login: 'district', role: 'district-reviewer', orgId: small?.orgId },
    ] as const;
    for (const { login, ...grant } of seats) {
      const grants = [{ ...grant, fromOn: firstDayOf(monthOfYear(2020, 1)) }];
      await addUser(one, { login, displayName: login, password, mustChange: false, grants });
    }
  });
}

async function writeYear(one: City, city: BenchCity, year: number): Promise<void> {
  const receivedOn = firstDayOf(monthOfYear(year, 1));
  const request = {
    ...{ kind: 'projects' as const, year, month: null, receivedOn, sender: null, mapping: null },
    ...{ fileName: `bench-${year}`, importId: newId<'import'>() },
  };
  const rows = [...recordsOf(namesIn(one.pack), city.projects, year)].map((record, at) => ({
    ...{
      sheet: 'bench',
      row: at + 2,
      status: 'accepted' as const,
      record,
      nameRead: record.name,
      findings: [],
    },
  }));
  await writeList({ ...one, today: receivedOn }, request, rows, options);
}

/** Every month but the last is locked, as each would be before the next is dealt with. */
async function light(one: City, month: Month): Promise<void> {
  const asOf = addDays(firstDayOf(addToMonth(month, 1)), 9);
  const then = { ...one, today: asOf };
  if (month === lastMonth) await evaluate(then, { asOf, month });
  else await lockMonth(then, { month, asOf });
}

/** Numbers only are put into the text: a statement with parameters could not set what holds for it. */
async function asOwner({ db }: Program, file: string, { cityId }: BenchCity, year?: number): Promise<void> {
  const text = readFileSync(join(here, 'fill', file), 'utf8');
  const filled = text.replaceAll('$1', String(cityId)).replaceAll('$2', `'${year}'`);
  const memory = "set work_mem = '256MB'; set maintenance_work_mem = '256MB'";
  const settings = `set synchronous_commit = off; ${memory}; set guatu.city = '${cityId}'; set guatu.reach = 'system'`;
  await asTableOwner(db, `${settings}; ${filled}`);
}
