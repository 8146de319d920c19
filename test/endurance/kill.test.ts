import { mkdtempSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { removeHome } from '#db/testing';
import { freePort } from '../support/free-port.ts';
import { type Person, type WorkingCity, workingCity } from '../support/working-city.ts';
import { findHarm } from './find-harm.ts';
import { killingRound } from './round.ts';

describe('kill -9 of server and database while an outside client saves reports', () => {
  const home = realpathSync(mkdtempSync(join(tmpdir(), `guatu-test-${process.pid}-kill-`)));
  const logs: string[] = [];
  let city: WorkingCity;
  let people: { readonly filler: Person; readonly coordinator: Person };
  beforeAll(async () => {
    city = await workingCity(home, 40);
    const filler = await city.person('tianbao', 'district-filler');
    people = { filler, coordinator: await city.person('keyuan', 'coordinator-clerk') };
  });
  afterAll(() => removeHome(home));

  test.each([1, 2, 3])(
    'round %i: nothing acknowledged is lost, acted twice or half written; both start again by themselves',
    { timeout: 300_000 },
    async (seed) => {
      const log = join(home, `acknowledged-${seed}.jsonl`);
      logs.push(log);
      const plan = { ...people, port: await freePort(), seed, log, acknowledgements: 1000, kills: 1 };
      const report = await killingRound(city, plan);
      console.log(`round ${seed}: ${JSON.stringify(report)}`);
      expect(report.faults).toEqual([]);
      expect(report.acknowledged).toBeGreaterThanOrEqual(1000);
      expect(await findHarm(city, logs)).toEqual([]);
    },
  );
});
