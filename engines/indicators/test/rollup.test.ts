import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { City } from '#access';
import { tables } from '#db';
import { asTableOwner, type TestDatabase } from '#db/testing';
import { newId } from '#kernel/id';
import { addToMonth, type Month } from '#kernel/month';
import type { PlainDate } from '#kernel/plain-date';
import {
  applyPlanImport,
  applyReportImport,
  checkRollups,
  evaluate,
  everyMonth,
  keepRollups,
  placeInGroups,
  recordGroups,
  relight,
  stateDuties,
  undoImport,
} from '../index.ts';
import { aDatabase, asCity } from './a-city.ts';
import { aDuty, aPlan, aReport, aSubject, report } from './a-year.ts';

/** Many subjects are summed by a function of their own, which must say the same. */
async function sumsOf(city: City, how: 'few' | 'many', subjectIds: readonly string[]): Promise<unknown[]> {
  const query = sql`select * from ${sql.raw(`city.rollup_sums_of_${how}`)}(${subjectIds}::uuid[], '0001-01', '9999-12')
    order by 1, 2, 3`;
  return (await query.execute(tables(city.tx))).rows;
}

describe('kept sums', () => {
  let database: TestDatabase;
  let cityId = 330100;
  beforeAll(async () => {
    database = await aDatabase();
  });
  afterAll(async () => database?.drop());

  test('are those of the rows after whatever happened in whatever order', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anAct, { minLength: 3, maxLength: 10 }), async (acts) => {
        cityId += 100;
        await asCity(
          database.db,
          async (city) => {
            const world: World = { subjects: [newId(), newId(), newId()], imports: [] };
            for (const act of acts) await perform(city, world, act);
            const { differences } = await checkRollups(city);
            expect(differences).toEqual([]);
            expect(await sumsOf(city, 'many', world.subjects)).toEqual(
              await sumsOf(city, 'few', world.subjects),
            );
          },
          { cityId },
        );
      }),
      { numRuns: 60 },
    );
  });

  test('a planted error is found, with group, month and both sums', async () => {
    cityId += 100;
    await asCity(database.db, (city) => aSubject(city, '丙区'), { cityId });
    const plant = `update city.rollup set plan_fen = plan_fen + 1
      where city_id = ${cityId} and group_id = '丙区' and month = '2023-02'`;
    await asTableOwner(database.db, plant);
    await asTableOwner(
      database.db,
      `delete from city.rollup where city_id = ${cityId} and month = '2023-03'`,
    );
    const { differences } = await asCity(database.db, (city) => checkRollups(city), { cityId });
    expect(differences.map((one) => [one.groupId, one.month, one.kept.planFen, one.actual.planFen])).toEqual([
      ['丙区', '2023-02', 201n, 200n],
      ['city', '2023-03', 0n, 300n],
      ['丙区', '2023-03', 0n, 300n],
    ]);
  });

  test('several acts in one are carried over once', async () => {
    cityId += 100;
    await asCity(
      database.db,
      async (city) => {
        const ids = [newId<'project'>(), newId<'project'>()];
        await keepRollups(city, ids.slice(0, 1), everyMonth, async () => {
          await stateDuties(
            city,
            ids.map((id) => aDuty(id)),
          );
          await applyPlanImport(city, { importId: null, plans: ids.map((id) => aPlan(id)) });
          await placeInGroups(
            city,
            'list',
            ids.map((subjectId) => ({ subjectId, groupIds: ['甲', '乙'], fromOn: '2023-03-31' })),
          );
        });
        expect(await checkRollups(city)).toMatchObject({ checked: 32, differences: [] });
        await expect(
          keepRollups(city, ids, everyMonth, () => evaluate(city, { asOf: '2023-06-10' })),
        ).rejects.toThrow();
      },
      { cityId },
    );
  });

  test('two people who change the same groups at the same time', async () => {
    cityId += 100;
    const ids = await asCity(
      database.db,
      async (city) => [await aSubject(city), await aSubject(city)] as [string, string],
      { cityId },
    );
    const file = (order: readonly string[], cumFen: bigint) =>
      asCity(
        database.db,
        (city) =>
          applyReportImport(city, {
            importId: null,
            reports: order.map((id) => aReport(id, '2023-05', cumFen)),
          }),
        { cityId },
      );
    await Promise.all([1n, 2n, 3n, 4n].map((fen) => file(fen % 2n === 0n ? ids : ids.toReversed(), fen)));
    const { differences } = await asCity(database.db, (city) => checkRollups(city), { cityId });
    expect(differences).toEqual([]);
  });
});

type World = { readonly subjects: readonly string[]; readonly imports: string[] };

type Act =
  | { readonly kind: 'duty'; readonly subject: number; readonly month: number; readonly owes: boolean }
  | {
      readonly kind: 'group';
      readonly subject: number;
      readonly groups: readonly string[];
      readonly month: number;
    }
  | {
      readonly kind: 'membership';
      readonly subject: number;
      readonly month: number;
      readonly until: number | null;
    }
  | { readonly kind: 'plan'; readonly fen: readonly (number | null)[] }
  | { readonly kind: 'reports'; readonly month: number; readonly fen: readonly (number | null)[] }
  | { readonly kind: 'file'; readonly subject: number; readonly month: number; readonly fen: number | null }
  | { readonly kind: 'undo'; readonly which: number }
  | { readonly kind: 'evaluate'; readonly month: number; readonly day: number };

const subject = fc.integer({ min: 0, max: 2 });
const inYear = fc.integer({ min: 1, max: 12 });
const perSubject = fc.array(fc.option(fc.integer({ min: -5, max: 100 })), { minLength: 3, maxLength: 3 });
const anAct: fc.Arbitrary<Act> = fc.oneof(
  fc.record({ kind: fc.constant('duty' as const), subject, month: inYear, owes: fc.boolean() }),
  fc.record({
    kind: fc.constant('group' as const),
    subject,
    groups: fc.uniqueArray(fc.constantFrom('甲', '乙', '丙')),
    month: inYear,
  }),
  fc.record({ kind: fc.constant('membership' as const), subject, month: inYear, until: fc.option(inYear) }),
  fc.record({ kind: fc.constant('plan' as const), fen: perSubject }),
  fc.record({ kind: fc.constant('reports' as const), month: inYear, fen: perSubject }),
  fc.record({
    ...{ kind: fc.constant('file' as const), subject, month: inYear },
    fen: fc.option(fc.integer({ min: -5, max: 100 })),
  }),
  fc.record({ kind: fc.constant('undo' as const), which: fc.nat(5) }),
  fc.record({ kind: fc.constant('evaluate' as const), month: inYear, day: fc.integer({ min: 1, max: 28 }) }),
);

async function perform(city: City, { subjects, imports }: World, act: Act): Promise<void> {
  const monthOf = (n: number) => `2023-${String(n).padStart(2, '0')}` as Month;
  const idOf = (at: number) => subjects[at] as string;
  const importId = newId<'import'>();
  switch (act.kind) {
    case 'duty': {
      const { owes } = act;
      await stateDuties(city, [
        aDuty(idOf(act.subject), { fromMonth: monthOf(act.month), owes, reason: '暂停' }),
      ]);
      return;
    }
    case 'group': {
      const fromOn = `${monthOf(act.month)}-15` as PlainDate;
      await placeInGroups(city, 'list', [{ subjectId: idOf(act.subject), groupIds: act.groups, fromOn }]);
      return;
    }
    case 'membership': {
      const [first, last] = [act.month, act.until === null ? null : Math.max(act.month, act.until)];
      const fromOn = `${monthOf(first)}-01` as PlainDate;
      const toOn = last === null ? null : (`${monthOf(last)}-20` as PlainDate);
      await recordGroups(city, [
        { subjectId: idOf(act.subject), groupKind: 'list', groupId: '甲', fromOn, toOn },
      ]);
      return;
    }
    case 'plan': {
      const plans = subjects.map((id, at) => {
        const fen = act.fen[at] ?? null;
        return aPlan(id, { monthsFen: Array(12).fill(fen === null ? null : BigInt(fen)), totalFen: 100n });
      });
      imports.push(importId);
      await unlessRefused(() => applyPlanImport(city, { importId, plans, reason: '调整', approver: '某某' }));
      return;
    }
    case 'reports': {
      const reports = subjects.map((id, at) => {
        const fen = act.fen[at] ?? null;
        return aReport(id, monthOf(act.month), fen === null ? null : BigInt(fen));
      });
      imports.push(importId);
      await applyReportImport(city, { importId, reports });
      return;
    }
    case 'file': {
      const [subjectId, month] = [idOf(act.subject), monthOf(act.month)];
      await report(city, aReport(subjectId, month, act.fen === null ? null : BigInt(act.fen)));
      // Its light as of the next day on which a light of that month may change.
      const today = `${addToMonth(month, 1)}-28` as PlainDate;
      await relight({ ...city, today }, { month, subjectIds: [subjectId] });
      return;
    }
    case 'undo': {
      const which = imports[act.which];
      if (which) await unlessRefused(() => undoImport(city, which, '撤销'));
      return;
    }
    case 'evaluate':
      await evaluate(city, {
        asOf: `${monthOf(act.month)}-${String(act.day).padStart(2, '0')}` as PlainDate,
      });
  }
}

/** Closed years and imports that others rest on are refused, which changes nothing. */
async function unlessRefused(act: () => Promise<unknown>): Promise<void> {
  try {
    await act();
  } catch (error) {
    if (!(error instanceof Error && error.name === 'Refusal')) throw error;
  }
}
