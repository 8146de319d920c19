import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestDatabase } from '#db/testing';
import { newId } from '#kernel/id';
import { checkRollups, evaluate, lightsOn, placeInGroups, replay, stateDuties } from '../index.ts';
import { aDatabase, asCity } from './a-city.ts';
import { aDuty, aReport, aSubject, report } from './a-year.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await aDatabase();
});
afterAll(async () => database?.drop());

test('a city of more projects than are dealt with at once is lit whole, and only what changed anew', async () => {
  await asCity(database.db, async (city) => {
    const ids = Array.from({ length: 4100 }, () => newId<'project'>());
    await stateDuties(
      city,
      ids.map((id) => aDuty(id)),
    );
    const placed = ids.map((subjectId) => ({ subjectId, groupIds: ['甲区'], fromOn: '2023-01-01' as const }));
    await placeInGroups(city, 'district', placed);
    const planned = await aSubject(city);
    const asOf = '2023-06-10';
    expect(await evaluate(city, { asOf })).toMatchObject({ lit: 4101, changed: 4101, takenBack: 0 });
    expect(await evaluate(city, { asOf })).toMatchObject({ lit: 4101, changed: 0, takenBack: 0 });

    const ended = [ids[0]!, ids[2500]!, ids.at(-1)!];
    await stateDuties(
      city,
      ended.map((id) => aDuty(id, { fromMonth: '2023-05', owes: false, reason: '暂停' })),
    );
    await report(city, aReport(planned, '2023-05', 500n));
    expect(await evaluate(city, { asOf })).toMatchObject({ lit: 4098, changed: 1, takenBack: 3 });
    const { projects, total } = await lightsOn(city, asOf);
    expect(new Set(projects.map(({ subjectId }) => subjectId)).size).toBe(4098);
    expect(total.overall).toMatchObject({ green: 1, grey: 4097 });
    expect(await replay(city)).toEqual({ checked: 4102, differences: [] });
    expect(await checkRollups(city)).toMatchObject({ differences: [] });
  });
});
