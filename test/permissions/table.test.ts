import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { allPermissions, grantRole } from '#access';
import * as progress from '../../features/progress/contract.ts';
import { commonRefusals } from '../../packages/http/server/refusals.ts';
import { allCases } from './cases/all-cases.ts';
import { type FilledCity, fillCity } from './support/fill-city.ts';
import { judgeCell } from './support/judge.ts';
import { cityId, type OpenedProgram, openProgram } from './support/open-program.ts';
import { seat } from './support/seat-people.ts';
import { cellName, cellsOf, compareCells, lineOf, outcomes, readTable, routeName } from './support/table.ts';

const text = readFileSync(join(import.meta.dirname, 'expected.csv'), 'utf8');
const table = readTable(text);
const expected = new Map(table.map((cell) => [cellName(cell), cell]));

let program: OpenedProgram;
let city: FilledCity;
beforeAll(async () => {
  program = await openProgram();
  city = await fillCity(program, cityId);
  program.acting.undo = true;
});
afterAll(() => program?.close());

describe('the table of who may do what', () => {
  test('has a line for every cell, and no line twice or for nothing', () => {
    const cells = cellsOf(allCases).map(cellName);
    const lines = table.map(cellName);
    expect(cells.filter((cell) => !expected.has(cell))).toEqual([]);
    expect(lines.filter((line, at) => !cells.includes(line) || lines.indexOf(line) !== at)).toEqual([]);
  });

  test('asks every route of the program and every action a sentence speaks of', () => {
    const asked = new Set(allCases.map(({ route }) => routeName(route)));
    expect(program.routes.map(routeName).filter((route) => !asked.has(route))).toEqual([]);
    const listed = new Set(table.map(({ action }) => action));
    const actions = allPermissions().map(({ action }) => action);
    expect(actions.filter((action) => !listed.has(action))).toEqual([]);
  });

  test('is sorted, and names in Chinese what the ids beside it mean', () => {
    expect(table).toEqual([...table].sort(compareCells));
    expect(text.trimEnd().split('\n').slice(1)).toEqual(table.map(lineOf));
    expect(table.filter(({ outcome }) => !outcomes.includes(outcome))).toEqual([]);
  });
});

/** Cells asked at the same time. */
const atOnce = 4;

describe('through HTTP', () => {
  const named = allCases.map((one) => [`${one.action} · ${routeName(one.route)}`, one] as const);

  test.each(named)('%s', async (_name, one) => {
    const cells = cellsOf([one]);
    const wrong: string[] = [];
    const declared = new Set(['', ...one.route.refusals, ...commonRefusals(one.route)]);
    let asked = 0;
    for (let at = 0; at < cells.length; at += atOnce) {
      await Promise.all(
        cells.slice(at, at + atOnce).map(async (cell) => {
          const line = expected.get(cellName(cell));
          const judged = await judgeCell({ baseUrl: program.baseUrl, city }, one, cell);
          asked += judged.length;
          if (judged.length === 0) wrong.push(`${cellName(cell)}: nothing was asked`);
          for (const { outcome, code, text: said } of judged) {
            if (!declared.has(code)) wrong.push(`${cellName(cell)}: ${code} is not declared by the route`);
            if (outcome === line?.outcome && code === line.code) continue;
            wrong.push(
              `${cellName(cell)}: ${line?.outcome} ${line?.code} expected, got ${outcome} ${code} ${said.slice(0, 300)}`,
            );
          }
        }),
      );
    }
    expect(wrong).toEqual([]);
    expect(asked).toBeGreaterThanOrEqual(cells.length);
  });
});

describe('filler and reviewer', () => {
  test('are never one person in one act, whatever roles an account has', async () => {
    program.acting.undo = false;
    const { east } = city.sides;
    const { orgId } = east.offices.district;
    const both = await seat(program, cityId, { login: 'both', role: 'district-filler', side: 'east', orgId });
    await program.inCity(cityId, (one) =>
      grantRole(one, { accountId: both.accountId, role: 'district-reviewer', orgId }),
    );
    const call = program.callAs(both);
    const month = { id: east.made.building.id, month: '2023-06' as const };
    await call(progress.saveReport, { ...month, expectedNumber: 0, monthFen: '100', cumFen: '100' });
    const back = call(progress.returnReport, { ...month, reportNumber: 1, reason: '自己退回自己' });
    await expect(back).rejects.toMatchObject({ status: 409, code: 'access.same_person' });
    const others = { id: east.made.started.id, month: '2023-06' as const, reportNumber: 1 };
    expect(await call(progress.returnReport, { ...others, reason: '请核' })).toMatchObject({ done: true });
  });
});
