import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { City } from '#access';
import { closeDatabase, type Db, openDatabase, saveCity } from '#db';
import { asTableOwner, type TestDatabase, testDatabase, testSettings } from '#db/testing';
import {
  actOnMatter,
  allMatterKinds,
  checkMatters,
  type DeclaredMatter,
  handOver,
  kindRulesOf,
  type MatterId,
  openMatter,
  pauseClock,
  resumeClock,
  sweepMatters,
} from '#engines/matters';
import { makeCalendar } from '#kernel/calendar';
import { addDays, type PlainDate } from '#kernel/plain-date';
import { calendarSection, cityPacks, sectionOf } from '#pack';
import { seeded } from '../../bench/fill/records.ts';
import {
  inLadderCity,
  type LadderCity,
  ladderMigrations,
  ladderPack,
  peopleOf,
} from '../support/ladder-city.ts';
import { act, begin, look, type ModelMatter, pause, resume } from '../support/matter-model.ts';

const seed = Number(process.env['GUATU_STORY_SEED'] ?? Math.floor(Math.random() * 1e9));
const random = seeded(seed);
const pick = <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)]!;
const chance = (share: number) => random() < share;

// With the Mid-Autumn and National Day week of 2023 and its two make-up days.
const first: PlainDate = '2023-09-04';
const days = 90;
const opened = 110;
const instance = fileURLToPath(new URL('../support/sweep-process.ts', import.meta.url));
const instantOn = (day: PlainDate, time: string) => new Date(`${day}T${time}:00+08:00`);
const kindsHere = [
  'hotline',
  'appeal',
  'task',
  'assignment',
  'instruction',
  'supervision',
  'rectification',
  'aid',
];

let database: TestDatabase;
let second: Db;
/** What happened to it, so that a run in which nothing was killed is no proof. */
const told = { kills: 0, aborted: 0, acts: 0 };

beforeAll(async () => {
  database = await testDatabase(ladderMigrations);
  second = await openDatabase({ ...testSettings(), database: database.db.database });
});
afterAll(async () => {
  await closeDatabase(second);
  await database.drop();
});

describe.each(cityPacks())(`ninety days in %s (seed ${seed})`, (packId) => {
  const pack = ladderPack(packId);
  const calendar = makeCalendar(sectionOf(pack, calendarSection));
  const matters: ModelMatter[] = [];
  const inbox: string[] = [];
  const requests: string[] = [];
  let people: LadderCity;

  test('every entry that is due stands in every inbox once, whatever was killed', async () => {
    await inLadderCity(database.db, { pack, at: instantOn(first, '08:00') }, (city) =>
      saveCity(city.tx, packId, pack.name),
    );
    people = await peopleOf(database.db, pack, instantOn(first, '08:00'));
    const killOn = new Set([24, 66]);
    for (let day = 0; day < days; day++) {
      const on = addDays(first, day);
      await sweepAll(instantOn(on, pick(['00:01', '06:30', '08:59'])), killOn.has(day));
      await work(instantOn(on, '10:00'), day);
      if (chance(0.3)) await sweepAll(instantOn(on, pick(['13:00', '18:30'])), false);
    }
    const cityRows = (text: string) => asTableOwner(database.db, text, [pack.cityId]);
    const rows = await cityRows('select account_id, key from city.inbox where city_id = $1');
    expect(inbox.length).toBeGreaterThan(200);
    expect(rows.map((row) => `${row['account_id']} ${row['key']}`).sort()).toEqual(inbox.toSorted());
    expect(told.kills).toBeGreaterThan(0);
    expect(told.aborted).toBeGreaterThan(0);
    expect(matters.length).toBeGreaterThan(90);
  }, 300_000);

  test('no rung fired twice, and each that fired is one event', async () => {
    const rungs = await asTableOwner(
      database.db,
      `select matter_id::text || ' ' || run || ' ' || rung as key from city.matter_rung where city_id = $1`,
      [pack.cityId],
    );
    const events = await asTableOwner(
      database.db,
      `select matter_id::text || ' ' || (fact ->> 'run') || ' ' || (fact ->> 'rung') as key from city.matter_event
       where city_id = $1 and type = 'rung'`,
      [pack.cityId],
    );
    const expected = matters.flatMap(({ id, fired }) => [...fired].map((key) => `${id} ${key}`)).sort();
    expect(rungs.map(({ key }) => key).sort()).toEqual(expected);
    expect(events.map(({ key }) => key).sort()).toEqual(expected);
  });

  test('no leader was told by a machine: for each there is one draft', async () => {
    const leaders = await asTableOwner(
      database.db,
      'select 1 from city.inbox where city_id = $1 and account_id = any ($2::uuid[])',
      [pack.cityId, people.leaders],
    );
    expect(leaders).toEqual([]);
    const drafts = await asTableOwner(
      database.db,
      `select matter_id::text || ' ' || run || ' ' || rung || ' ' || recipient as key, state from city.leader_request
       where city_id = $1`,
      [pack.cityId],
    );
    expect(drafts.map(({ key }) => key).sort()).toEqual(requests.toSorted());
    expect(drafts.every(({ state }) => state === 'drafted')).toBe(true);
    expect(requests.length).toBeGreaterThan(0);
  });

  test('every matter is what its events say, and stands where the model has it', async () => {
    const at = instantOn(addDays(first, days), '09:00');
    const checked = await inLadderCity(database.db, { pack, at, asSystem: true }, (city) =>
      checkMatters(city),
    );
    expect(checked).toEqual({ matters: matters.length, faults: [] });
    const rows = await asTableOwner(
      database.db,
      'select matter_id as id, state, bounces, redos from city.matter where city_id = $1 order by 1',
      [pack.cityId],
    );
    const model = matters.map(({ id, state, bounces, redos }) => ({ id, state, bounces, redos }));
    expect(rows).toEqual(model.toSorted((a, b) => (a.id < b.id ? -1 : 1)));
    expect(matters.some(({ closed }) => closed)).toBe(true);
    expect(matters.some(({ bounces }) => bounces > 0)).toBe(true);
  });

  /** Two instances at once, one of them killed now and then, until nothing is due any more. */
  async function sweepAll(at: Date, killed: boolean): Promise<void> {
    const situation = { pack, at, asSystem: true } as const;
    const child = killed ? await heldSweep(at) : undefined;
    const sweep = async (db: Db) => {
      while ((await inLadderCity(db, situation, (city) => sweepMatters(city, 15))).looked === 15);
    };
    if (chance(0.1)) {
      told.aborted += 1;
      const broken = inLadderCity(database.db, situation, async (city) => {
        await sweepMatters(city, 15);
        throw new Error('the machine stops here');
      });
      await expect(broken).rejects.toThrow('stops here');
    }
    await Promise.all([sweep(database.db), sweep(second)]);
    if (child) {
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
      told.kills += 1;
    }
    while (child && (await isDue(at))) await sweep(second);
    for (const matter of matters) expectOf(matter, at);
  }

  async function heldSweep(at: Date) {
    const child = spawn(process.execPath, [instance, database.db.database, packId, at.toISOString()], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await Promise.race([
      once(child.stdout, 'data'),
      once(child, 'exit').then(() => Promise.reject(new Error('the other instance did not start'))),
    ]);
    return child;
  }

  async function isDue(at: Date): Promise<boolean> {
    const due = await asTableOwner(
      database.db,
      'select 1 from city.matter where city_id = $1 and next_at <= $2 limit 1',
      [pack.cityId, at],
    );
    return due.length > 0;
  }

  function expectOf(matter: ModelMatter, asOf: Date): void {
    for (const { key, places, drafts } of look(pack, matter, { calendar, excluded: [], asOf })) {
      const accounts = new Set(places.flatMap((place) => accountsAt(matter, place)));
      inbox.push(...[...accounts].map((account) => `${account} matter ${matter.id} ${key}`));
      requests.push(...drafts.map((recipient) => `${matter.id} ${key} ${recipient}`));
    }
  }

  function accountsAt(matter: ModelMatter, place: string): readonly string[] {
    const of = (id: string | undefined) => (id === undefined ? [] : (people.accounts.get(id) ?? []));
    if (place === 'lead') return of(matter.lead ?? 'coordinator-clerk');
    if (place === 'support') return matter.support.flatMap(of);
    if (place === 'raiser') return of(matter.raiser);
    if (place === 'district') return matter.districts.flatMap(of);
    if (place === 'coordinator') return [...of('coordinator-clerk'), ...of('coordinator-section-head')];
    return of(place);
  }

  /** A day's acts in one transaction, which may come to nothing: then nothing of it has happened. */
  async function work(at: Date, day: number): Promise<void> {
    const open = matters.filter(({ closed }) => !closed).filter(() => chance(0.07));
    const fails = chance(0.08);
    const happened: (() => void)[] = [];
    const done = inLadderCity(database.db, { pack, at }, async (city) => {
      for (const matter of open) happened.push(await oneAct(city, matter, at));
      for (let n = 0; day < 60 && n < Math.ceil((opened / 60) * 2 * random()); n++)
        happened.push(await oneMore(city, at));
      if (fails) throw new Error('the machine stops here');
    });
    if (fails) {
      await expect(done).rejects.toThrow('stops here');
      told.aborted += 1;
      return;
    }
    await done;
    for (const one of happened) one();
    told.acts += happened.length;
  }

  async function oneMore(city: City, at: Date): Promise<() => void> {
    const usable = allMatterKinds().filter(({ id }) => kindsHere.includes(id) && !kindRulesOf(pack, id).off);
    const definition = pick(usable);
    const { departments, districts } = people;
    const given = filled(definition, [...definition.opens.requires, ...(definition.opens.takes ?? [])], at);
    const asked = {
      ...{ given, districts: chance(0.5) ? [pick(districts)] : [], raiser: pick(departments) },
      ...{
        lead: chance(0.85) ? pick(departments) : undefined,
        support: chance(0.3) ? [pick(departments)] : [],
      },
    };
    const { row } = await openMatter(city, {
      ...{ kind: definition.id, title: `第${matters.length}件`, ...asked, urgent: chance(0.1) },
      ...{ source: 'hotline', sourceKey: `${at.toISOString()} ${random()}`, seat: definition.opens.by[0]! },
    });
    const { matterId: id } = row;
    return () => matters.push(begin(pack, { ...asked, id, definition, raisedBy: city.actor.accountId }, at));
  }

  async function oneAct(city: City, matter: ModelMatter, at: Date): Promise<() => void> {
    const { definition, state } = matter;
    const of = { matterId: matter.id as MatterId, version: undefined };
    const stopped = matter.runs.find((run) => !run.endedAt && run.pauses.some(({ to }) => !to));
    if (stopped && chance(0.7)) {
      await resumeClock(city, { ...of, clock: stopped.clock, reason: '情况已明', seat: 'coordinator' });
      return () => resume(matter, stopped.clock, at);
    }
    const running = matter.runs.find((run) => !run.endedAt && run.rule.pausable && run !== stopped);
    const kind = kindRulesOf(pack, definition.id).pauses[0];
    if (running && !stopped && kind && chance(0.2)) {
      const asked = {
        clock: running.clock,
        pause: kind.id,
        reason: '待批复',
        approver: '市发展改革委',
        plannedDays: 1,
      };
      await pauseClock(city, { ...of, ...asked, seat: 'coordinator' });
      return () => pause(matter, running.clock, kind.id, at);
    }
    if (chance(0.1)) {
      const lead = pick(people.departments.filter((org) => org !== matter.lead));
      await handOver(city, { ...of, lead, reason: '分工调整', seat: 'coordinator' });
      return () => {
        matter.lead = lead;
      };
    }
    const open = Object.entries(definition.actions).filter(
      ([, { from, by }]) => [from].flat().includes(state) && ![by].flat().includes('system'),
    );
    if (open.length === 0) return () => undefined;
    const [action, { requires = [], takes = [], by, effect }] = pick(open);
    const given = filled(definition, [...requires, ...takes], at);
    const moves = effect === 'bounce' || effect === 'assign';
    const lead = moves ? { lead: pick(people.departments.filter((org) => org !== matter.lead)) } : {};
    await actOnMatter(city, { ...of, action, given, ...lead, seats: () => [[by].flat()[0]!] });
    return () => act(pack, matter, { action, given, ...lead }, at);
  }
});

function filled(definition: DeclaredMatter, fields: readonly string[], at: Date): Record<string, unknown> {
  const day = at.toISOString().slice(0, 10) as PlainDate;
  const values: Readonly<Record<string, () => unknown>> = {
    text: () => '经过和意见',
    files: () => ['照片'],
    day: () => addDays(day, 1 + Math.floor(random() * 20)),
    score: () => 1,
    choice: () => 'other',
    'yes-no': () => chance(0.15),
    organisation: () => '市政府办公室',
    number: () => 3,
  };
  return Object.fromEntries(fields.map((field) => [field, values[definition.fields[field]!.kind]!()]));
}
