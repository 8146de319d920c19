import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asTableOwner } from '#db/testing';
import { isWrite } from '../../packages/http/route.ts';
import { allCases } from './cases/all-cases.ts';
import type { Asking, Input, RouteCase } from './cases/case.ts';
import { type Answer, ask } from './support/ask.ts';
import { digestOf } from './support/digest.ts';
import { type FilledCity, fillCity } from './support/fill-city.ts';
import { type SideName, tellsOf } from './support/marks.ts';
import { cityId, type OpenedProgram, openProgram, otherCityId } from './support/open-program.ts';
import { probes } from './support/probes.ts';
import { type Seat, scopedRoles } from './support/seats.ts';
import { routeName } from './support/table.ts';

let program: OpenedProgram;
let city: FilledCity;
let otherCity: FilledCity;
beforeAll(async () => {
  program = await openProgram();
  otherCity = await fillCity(program, otherCityId);
  city = await fillCity(program, cityId);
});
afterAll(() => program?.close());

const sides: readonly SideName[] = ['east', 'west'];
const neighbourOf = { east: 'west', west: 'east' } as const;
const seatOf = (role: string, side?: SideName): Seat =>
  city.seats.find((one) => one.role === role && one.side === side) as Seat;

/** Every route once per state, of all stages a few: what differs between them is told by the table. */
function inputsOf(one: RouteCase, asking: Asking): Input[] {
  return Object.values(one.states).flatMap((make) => {
    const made = make(asking);
    const inputs = Array.isArray(made) ? (made as readonly Input[]) : [made as Input];
    return inputs.filter((_, at) => inputs.length < 4 || at === 0 || at === 4 || at === 5);
  });
}

const ofObjects = allCases.filter(
  ({ about, details }) => !details && (about === 'project' || about === 'organisation'),
);
/** A bulletin names the projects that lag, with cause and amount, and once issued it is for every office. */
const published = 'GET /bulletins/:id';
const reading = allCases.filter(
  ({ route, details }) => !details && !isWrite(route) && routeName(route) !== published,
);

async function askAll(
  cases: readonly RouteCase[],
  asking: Asking,
  see: (name: string, answer: Answer) => void,
) {
  for (const one of cases) {
    for (const input of inputsOf(one, asking)) {
      const answer = await ask(program.baseUrl, asking.seat.cookie, one.route, input);
      see(`${asking.seat.login}: ${routeName(one.route)} ${JSON.stringify(input).slice(0, 120)}`, answer);
    }
  }
}

const everyone = sides.flatMap((side) => scopedRoles.map((role) => [role, side] as const));

describe("with a neighbour's raw ids", () => {
  test.each(everyone)('%s of %s reads no detail', async (role, side) => {
    const neighbour = city.sides[neighbourOf[side]];
    const asking = { city, seat: seatOf(role, side), side: neighbour, other: city.sides[side] };
    const leaks: string[] = [];
    const see = (name: string, { status, text }: Answer) => {
      const tells = tellsOf(neighbour.name, text);
      if (tells.length > 0 || status >= 500) leaks.push(`${name}: ${status} tells ${tells.join('、')}`);
    };
    await askAll(reading, asking, see);
    for (const { what, route, input } of probes.filter((one) => !isWrite(one.route))) {
      see(
        `${asking.seat.login}: ${what}`,
        await ask(program.baseUrl, asking.seat.cookie, route, input(asking)),
      );
    }
    expect(leaks).toEqual([]);
  });

  test.each(everyone)('%s of %s changes nothing, and every attempt is on record', async (role, side) => {
    const neighbour = city.sides[neighbourOf[side]];
    const seat = seatOf(role, side);
    const asking = { city, seat, side: neighbour, other: city.sides[side] };
    const before = await digestOf(program.db, cityId);
    const recordedBefore = await refusedBy(seat);
    const wrong: string[] = [];
    let refused = 0;
    const see = (name: string, { status, code, text }: Answer) => {
      const tells = tellsOf(neighbour.name, text);
      if (status < 400 || status >= 500 || tells.length > 0)
        wrong.push(`${name}: ${status} ${code} ${tells.join('、')}`);
      refused += 1;
    };
    const writing = ofObjects.filter(({ route }) => isWrite(route));
    await askAll(writing, asking, see);
    for (const { what, route, input } of probes.filter((one) => isWrite(one.route))) {
      see(`${seat.login}: ${what}`, await ask(program.baseUrl, seat.cookie, route, input(asking)));
    }
    expect(wrong).toEqual([]);
    expect(refused).toBeGreaterThan(writing.length);
    expect(await digestOf(program.db, cityId)).toEqual(before);
    expect((await refusedBy(seat)) - recordedBefore).toBe(refused);
  });
});

async function refusedBy({ accountId }: Seat): Promise<number> {
  const text = `select count(*)::integer as n from city.audit where account_id = $1 and outcome = 'refused'`;
  const [row] = await asTableOwner(program.db, text, [accountId]);
  return Number(row?.['n']);
}

/** Where the marks must be found by whoever reaches the whole city: else their absence would mean nothing. */
const tellingRoutes = [
  ...['GET /desk', 'GET /imports/:importId', 'GET /imports/:importId/marked-copy', 'GET /lists/:list'],
  ...[
    'GET /lists/:list/export',
    'GET /people/:id/phone',
    'GET /progress/evaluations/:id',
    'GET /progress/lights',
  ],
  ...['GET /progress/projects/:id/months', 'GET /projects', 'GET /projects/:id', 'GET /projects/:id/history'],
  ...['GET /projects/:id/light', 'GET /projects/:id/phone', 'GET /projects/export'],
];

describe('the marks by which leaks are found', () => {
  test.each(sides)('stand in what the coordinating office reads of %s', async (side) => {
    const asking = {
      city,
      seat: seatOf('coordinator-clerk'),
      side: city.sides[side],
      other: city.sides[neighbourOf[side]],
    };
    const telling = new Set<string>();
    for (const one of reading) {
      for (const input of inputsOf(one, asking)) {
        const { text } = await ask(program.baseUrl, asking.seat.cookie, one.route, input);
        if (tellsOf(side, text).length > 0) telling.add(routeName(one.route));
      }
    }
    expect(tellingRoutes.filter((route) => !telling.has(route))).toEqual([]);
  });

  test.each(everyone)('stand in what %s of %s reads of its own project', async (role, side) => {
    const { id } = city.sides[side].made.building;
    const route = reading.find((one) => routeName(one.route) === 'GET /projects/:id')
      ?.route as RouteCase['route'];
    const { text } = await ask(program.baseUrl, seatOf(role, side).cookie, route, { id });
    expect(tellsOf(side, text).length).toBeGreaterThan(1);
  });
});

describe("with another city's raw ids", () => {
  const ofAnotherCity = allCases.filter(
    ({ about, route, details }) =>
      !details && about !== 'nothing' && (about !== 'city' || route.path.includes(':')),
  );
  const askers = [
    ...(['coordinator-head', 'system-admin', 'security-admin', 'leader'] as const),
    ...(['district-filler', 'district-reviewer', 'secretary'] as const),
  ];
  test.each(askers)('%s finds nothing and changes nothing there', async (role) => {
    const seat = seatOf(role) ?? seatOf(role, 'east');
    const asking = { city: otherCity, seat, side: otherCity.sides.west, other: otherCity.sides.east };
    const before = await digestOf(program.db, otherCityId);
    const wrong: string[] = [];
    await askAll(ofAnotherCity, asking, (name, { status, code }) => {
      if (status < 400 || status >= 500) wrong.push(`${name}: ${status} ${code}`);
    });
    expect(wrong).toEqual([]);
    expect(await digestOf(program.db, otherCityId)).toEqual(before);
  });
});
