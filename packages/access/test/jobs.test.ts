import { existsSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { saveCity } from '#db';
import type { TestDatabase } from '#db/testing';
import { runIfDue } from '#jobs';
import { addAccount } from '../account.ts';
import { audit } from '../audit.ts';
import { headsFileOf } from '../heads.ts';
import { sealAuditJob, sweepSessionsJob } from '../jobs.ts';
import { openSession } from '../session.ts';
import { listSessions } from '../store/session.ts';
import { verifyAudit } from '../verify-audit.ts';
import { accessDatabase, cityId, inCity, morning } from './support/a-city.ts';

let base: TestDatabase;
beforeAll(async () => {
  base = await accessDatabase();
  for (const here of [cityId, 331100]) {
    await inCity(base.db, { cityId: here }, (city) => saveCity(city.tx, 'test', `城市${here}`));
  }
});
afterAll(() => base.drop());

test('the sealing job seals each city and writes its head beside the data', async () => {
  for (const here of [cityId, 331100]) {
    await inCity(base.db, { cityId: here }, (city) =>
      audit(city, { action: 'project.edit', object: 'project' }),
    );
  }
  expect(await runIfDue(base.db, sealAuditJob)).toBe(true);
  for (const here of [cityId, 331100]) {
    expect(existsSync(headsFileOf(base.db, here))).toBe(true);
    expect(await verifyAudit(base.db, here)).toMatchObject({ ok: true, sealed: 1, unsealed: 0 });
  }
});

test('the sweeping job removes sessions of yesterday', async () => {
  const { accountId } = await inCity(base.db, {}, (city) =>
    addAccount(city, { login: 'wang', displayName: '王某' }),
  );
  await inCity(base.db, {}, (city) => openSession(city.tx, accountId, undefined, morning));
  expect(await runIfDue(base.db, sweepSessionsJob)).toBe(true);
  expect(await inCity(base.db, {}, (city) => listSessions(city.tx))).toEqual([]);
});
