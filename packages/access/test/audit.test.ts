import { afterAll, beforeAll, expect, test } from 'vitest';
import { asTableOwner, type TestDatabase } from '#db/testing';
import { Refusal } from '#kernel/refusal';
import { actorFrom, localOperator } from '../actor.ts';
import { audit } from '../audit.ts';
import { auditRefusal } from '../audit-refusal.ts';
import { reveal } from '../reveal.ts';
import { ensureNotSecret } from '../secrecy.ts';
import { accessDatabase, cityId, inCity } from './support/a-city.ts';

let base: TestDatabase;
beforeAll(async () => {
  base = await accessDatabase();
});
afterAll(() => base.drop());

function rowsOf(object: string) {
  return asTableOwner(base.db, 'select * from city.audit where object = $1 order by at', [object]);
}

test('a row says who, in which roles, from where, on what', async () => {
  const actor = actorFrom({
    accountId: '01890000-0000-7000-8000-00000000000b',
    name: '王伟',
    grants: [{ role: 'department' }, { role: 'department' }, { role: 'secretary' }],
  });
  await inCity(base.db, { actor, origin: { ip: '10.0.0.8' } }, (city) =>
    audit(city, { action: 'card.edit', object: 'card', objectId: 'c1', details: { amountFen: 12n } }),
  );
  expect(await rowsOf('card')).toMatchObject([
    {
      city_id: cityId,
      account_id: actor.accountId,
      actor_name: '王伟',
      roles: ['department', 'secretary'],
      ip: '10.0.0.8',
      action: 'card.edit',
      object_id: 'c1',
      outcome: 'done',
      personal_data: false,
      details: { amountFen: '12' },
    },
  ]);
});

test('an act that fails leaves no row; its refusal does, by its code alone', async () => {
  const name = '机密★某项目.docx';
  const act = inCity(base.db, {}, async (city) => {
    await audit(city, { action: 'file.add', object: 'file', objectId: name });
    ensureNotSecret({ name });
  });
  const refusal = await act.catch((error: unknown) => error);
  if (!(refusal instanceof Refusal)) throw new Error('not refused');
  await auditRefusal(
    base.db,
    { cityId, actor: localOperator },
    { action: 'file.add', object: 'file' },
    refusal,
  );
  const rows = await rowsOf('file');
  expect(rows).toMatchObject([{ outcome: 'refused', object_id: null, details: { code: 'secrecy.marked' } }]);
  expect(JSON.stringify(rows)).not.toContain('某项目');
});

test('what was revealed is named, never repeated', async () => {
  const what = { action: 'person.reveal-phone', object: 'person', objectId: 'p1', field: '联系电话' };
  const phone = await inCity(base.db, {}, (city) => reveal(city, what, async () => '13912345678'));
  expect(phone).toBe('13912345678');
  const rows = await rowsOf('person');
  expect(rows).toMatchObject([{ personal_data: true, details: { field: '联系电话' } }]);
  expect(JSON.stringify(rows)).not.toContain('5678');
});
