import { afterAll, beforeAll, expect, test } from 'vitest';
import { readWorkbook } from '#sheets';
import * as audit from '../../audit/contract.ts';
import { auditRoutes } from '../../audit/routes.ts';
import { identityServer } from '../../identity/test/support/a-server.ts';
import { exportTable } from '../contract.ts';
import { exportsRoutes } from '../routes.ts';

let server: Awaited<ReturnType<typeof identityServer>>;
beforeAll(async () => {
  server = await identityServer((db) => [...exportsRoutes, ...auditRoutes(db)]);
});
afterAll(() => server.close());

const table = {
  title: '各区县进度',
  columns: [
    { title: '地区', number: false },
    { title: '完成（万元）', number: true },
    { title: '完成率', number: true },
  ],
  rows: [
    ['东川区', '12,500.5', '93.1%'],
    ['=1+1', '—', '—'],
  ],
};

test('a table comes back as it was seen: numbers as numbers, a formula as text', async () => {
  const clerk = await server.person('clerk', { role: 'coordinator-clerk' });
  const file = await clerk.call(exportTable, table);
  expect(file.name).toMatch(/^各区县进度_\d{4}-\d{2}-\d{2}\.xlsx$/);
  const [sheet] = (await readWorkbook(file.bytes, { name: file.name })).sheets;
  const cells = [...(sheet?.rows.values() ?? [])].flatMap((row) => [...row.cells.values()]);
  const kindOf = (text: string) => cells.find((cell) => cell.text === text)?.kind;
  expect([kindOf('各区县进度'), kindOf('东川区'), kindOf('=1+1')]).toEqual(['text', 'text', 'text']);
  expect(cells.filter(({ kind }) => kind === 'number').map(({ text }) => text)).toHaveLength(2);
});

test('leaves a record with the name of the table, and is not for whom nobody knows', async () => {
  const someone = await server.person('someone', { role: 'leader' });
  await someone.call(exportTable, table);
  const auditor = await server.person('auditor', { role: 'audit-admin' });
  const { rows } = await auditor.call(audit.listAudit, { action: 'export.table' });
  expect(rows[0]).toMatchObject({ actorName: 'someone同志', details: { title: '各区县进度', rows: 2 } });
  await expect(server.browser().call(exportTable, table)).rejects.toMatchObject({ status: 401 });
});
