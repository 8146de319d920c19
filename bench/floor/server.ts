// The floor: what the same answers cost at the least with the same framework, driver, connections and tables. A session
// is looked up, a transaction opened with the scope, the best SQL run past row security, the same JSON written by the
// same schema. Left out are the rules: rights, words of the pack, checks, shapes. `node bench/floor/server.ts HOME CITY`.
import { newId } from '#kernel/id';
import { cockpit } from '../../features/cockpit/contract.ts';
import { projectMonths, saveReport } from '../../features/progress/contract.ts';
import { listProjects, readProject } from '../../features/projects/contract.ts';
import { lastMonth } from '../cities.ts';
import { openFloor, statement, withSchema } from './open-floor.ts';

const { cityId, server, answers, handler, listen } = await openFloor();

const list = statement('list');
const project = statement('project');
const months = statement('months');
const wall = statement('cockpit');
const reportRead = statement('report-read');
const reportWrite = statement('report-write');

type Params = { readonly id: string };
type Query = Readonly<Record<string, string | undefined>>;

server.get(
  '/api/projects',
  withSchema(listProjects.output),
  handler('list', async (request, ask) => {
    const query = request.query as Query;
    await ask(list, [cityId, query['district'], query['list'] ?? null, query['category'] ?? null]);
  }),
);
server.get(
  '/api/projects/:id',
  withSchema(readProject.output),
  handler('project', async (request, ask) => {
    await ask(project, [cityId, (request.params as Params).id]);
  }),
);
server.get(
  '/api/progress/projects/:id/months',
  withSchema(projectMonths.output),
  handler('months', async (request, ask) => {
    await ask(months, [cityId, (request.params as Params).id]);
  }),
);
server.get(
  '/api/cockpit',
  withSchema(cockpit.output),
  handler('cockpit', async (_request, ask) => {
    await ask(wall, [cityId, '2025-11', '2025-10']);
  }),
);

type Filed = { readonly monthFen: string; readonly cumFen: string; readonly expectedNumber: number };

server.put(
  '/api/progress/projects/:id/months/:month/report',
  withSchema(saveReport.output),
  handler('report', async (request, ask, who) => {
    const { id } = request.params as Params;
    const { monthFen, cumFen, expectedNumber } = request.body as Filed;
    const { rows } = await ask(reportRead, [cityId, id, lastMonth]);
    const groups = (rows[0]?.['groups'] ?? []) as { group_kind: string; group_id: string }[];
    const kinds = ['city', ...groups.map((one) => one.group_kind)];
    const ids = ['city', ...groups.map((one) => one.group_id)];
    const inputs = JSON.stringify({
      month: lastMonth,
      category: 'building',
      actualToMonthFen: cumFen,
      earlier: [],
      planNumber: 1,
    });
    const results = JSON.stringify({
      overall: 'green',
      dimensions: { progress: { light: 'green', outcome: 'on-plan' } },
    });
    const answer = JSON.stringify(answers['report']);
    await ask(reportWrite, [
      ...[
        cityId,
        id,
        lastMonth,
        expectedNumber + 1,
        monthFen,
        cumFen,
        newId(),
        newId(),
        '2026-01-20',
        '试测',
      ],
      ...[newId(), who, kinds, ids, '1000000', newId(), inputs, results, 'green', newId()],
      ...[
        JSON.stringify({ project: id, month: lastMonth }),
        String(request.headers['idempotency-key']),
        answer,
      ],
    ]);
  }),
);

await listen();
