import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type City, localOperator, signIn, sweepSessions } from '#access';
import { type TestDatabase, testDatabase, testSettings } from '#db/testing';
import { Refusal } from '#kernel/refusal';
import { addUser } from '../../../features/identity/acts/add-user.ts';
import { enterCity } from '../enter-city.ts';
import { closeProgram, openProgram, type Program } from '../program.ts';

const tiny = join(import.meta.dirname, '../../../test/packs/tiny');
const about = { login: 'zhangli', password: 'Qiufen@2023' };
let base: TestDatabase;
beforeAll(async () => {
  base = await testDatabase();
});
afterAll(() => base.drop());

async function open(today: string): Promise<Program> {
  return openProgram({ ...testSettings(), database: base.db.database, today });
}

function inCity<T>({ world }: Program, cityId: number, act: (city: City) => Promise<T>): Promise<T> {
  return world.open({ cityId, actor: localOperator }, { readOnly: false, origin: {} }, act);
}

/** Somebody with a role from today on, and a session. */
async function enter(program: Program, cityId: number, login: string): Promise<string> {
  await inCity(program, cityId, (city) =>
    addUser(city, {
      ...{ ...about, login, displayName: '张丽', mustChange: false },
      grants: [{ role: 'leader' }],
    }),
  );
  const opened = await inCity(program, cityId, (city) => signIn(city, { ...about, login }));
  if (opened instanceof Refusal) throw opened;
  return opened.token;
}

test.each(['2019-05-06', '2031-05-06'])(
  'with today set to %s a session has its roles, and lasts as long as it lasts on a clock',
  async (today) => {
    const program = await open(today);
    try {
      const { cityId } = await enterCity(program, tiny);
      const token = await enter(program, cityId, `zhang${today.slice(0, 4)}`);
      expect(await inCity(program, cityId, async (city) => city.today)).toBe(today);
      await sweepSessions(program.db, cityId, new Date());
      const caller = await program.world.findCaller(token, {});
      expect(caller?.actor.roles.map(({ role }) => role)).toEqual(['leader']);
      await sweepSessions(program.db, cityId, new Date(Date.now() + 13 * 3_600_000));
      expect(await program.world.findCaller(token, {})).toBeUndefined();
    } finally {
      await closeProgram(program);
    }
  },
);
