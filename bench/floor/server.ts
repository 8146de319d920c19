// The floor: what the same answers cost at the least with the same framework, driver, connections and tables. A session
// is looked up, a transaction opened with the scope, the best SQL run past row security, the same JSON written by the
// same schema. Left out are the rules: rights, words of the pack, checks, shapes. `node bench/floor/server.ts HOME CITY`.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type FastifyReply, type FastifyRequest, fastify } from 'fastify';
import pg from 'pg';
import { closeDatabase, openDatabase } from '#db';
import { ownerSettings } from '#db/testing';
import { newId } from '#kernel/id';
import { sm3 } from '#kernel/sm3';
import { cockpit } from '../../features/cockpit/contract.ts';
import { projectMonths, saveReport } from '../../features/progress/contract.ts';
import { listProjects, readProject } from '../../features/projects/contract.ts';
import { lastMonth } from '../cities.ts';

const [home = '', city = '', port = '', templateFile = ''] = process.argv.slice(2);
const cityId = Number(city);
const db = await openDatabase({ home, connections: 1 });
const pool = new pg.Pool({ ...ownerSettings(db), max: 10, pipeline: true });

/** Answers of the program to the same requests: what is written here has their shape and size. */
const answers = JSON.parse(readFileSync(templateFile, 'utf8')) as Record<string, Record<string, unknown>>;

const text = (file: string) => readFileSync(join(import.meta.dirname, `${file}.sql`), 'utf8');
const statement = (name: string) => ({ name, text: text(name) });
const session = statement('session');

type Statement = { readonly name: string; readonly text: string };
type Asked = { readonly statement: Statement; readonly values: readonly unknown[] };
type Act = (
  request: FastifyRequest,
  ask: (asked: Asked) => Promise<pg.QueryResult>,
  who: string,
) => Promise<unknown>;

/** Session, scope and the act in one transaction; what need not wait for an answer is sent along. */
function handler(figure: string, act: Act) {
  return async (request: FastifyRequest, reply: FastifyReply) => {
    const token = /guatu_session=([^;]+)/.exec(request.headers.cookie ?? '')?.[1] ?? '';
    const client = await pool.connect();
    const ask = ({ statement: one, values }: Asked) => client.query({ ...one, values: [...values] });
    const { stream } = (client as unknown as pg.Client).connection;
    stream.cork();
    process.nextTick(() => stream.uncork());
    const begun = client.query(
      `begin; set local guatu.city = '${cityId}'; set local guatu.actor = 'floor'; set local guatu.reach = 'city'; set local guatu.holders = '{}'`,
    );
    const found = ask({ statement: session, values: [cityId, sm3(decodeURIComponent(token))] });
    await begun;
    const { rows } = await found;
    if (rows.length === 0) throw new Error('no session');
    await act(request, ask, String(rows[0]['account_id']));
    await client.query('commit');
    client.release();
    return reply.send(answers[figure]);
  };
}

const list = statement('list');
const project = statement('project');
const months = statement('months');
const wall = statement('cockpit');
const reportRead = statement('report-read');
const reportWrite = statement('report-write');

const server = fastify();
const withSchema = (output: unknown) => ({ schema: { response: { 200: output } } });
type Params = { readonly id: string };
type Query = Readonly<Record<string, string | undefined>>;

server.get(
  '/api/projects',
  withSchema(listProjects.output),
  handler('list', async (request, ask) => {
    const query = request.query as Query;
    await ask({
      statement: list,
      values: [cityId, query['district'], query['list'] ?? null, query['category'] ?? null],
    });
  }),
);
server.get(
  '/api/projects/:id',
  withSchema(readProject.output),
  handler('project', async (request, ask) => {
    await ask({ statement: project, values: [cityId, (request.params as Params).id] });
  }),
);
server.get(
  '/api/progress/projects/:id/months',
  withSchema(projectMonths.output),
  handler('months', async (request, ask) => {
    await ask({ statement: months, values: [cityId, (request.params as Params).id] });
  }),
);
server.get(
  '/api/cockpit',
  withSchema(cockpit.output),
  handler('cockpit', async (_request, ask) => {
    await ask({ statement: wall, values: [cityId, '2025-11', '2025-10'] });
  }),
);

type Filed = { readonly monthFen: string; readonly cumFen: string; readonly expectedNumber: number };

server.put(
  '/api/progress/projects/:id/months/:month/report',
  withSchema(saveReport.output),
  handler('report', async (request, ask, who) => {
    const { id } = request.params as Params;
    const { monthFen, cumFen, expectedNumber } = request.body as Filed;
    const { rows } = await ask({ statement: reportRead, values: [cityId, id, lastMonth] });
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
    await ask({
      statement: reportWrite,
      values: [
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
      ],
    });
  }),
);

await server.listen({ port: Number(port), host: '127.0.0.1' });
process.stdout.write('floor is up\n');
process.on('SIGINT', async () => {
  await server.close();
  await pool.end();
  await closeDatabase(db);
  process.exit(0);
});
