// The floor of matters: the same rows read and written, the same JSON, without rights, rules, folds and derivations.
// `node bench/floor/matters-server.ts HOME CITY PORT FILE`, FILE holding the program's own answers.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type FastifyReply, type FastifyRequest, fastify } from 'fastify';
import pg from 'pg';
import { closeDatabase, openDatabase } from '#db';
import { ownerSettings } from '#db/testing';
import { newId } from '#kernel/id';
import { sm3 } from '#kernel/sm3';
import { actOnMatter, matterBoard, openMatter } from '../../features/matters/contract.ts';
import { benchDay } from '../cities.ts';

const [home = '', city = '', port = '', file = ''] = process.argv.slice(2);
const cityId = Number(city);
const db = await openDatabase({ home, connections: 1 });
const pool = new pg.Pool({ ...ownerSettings(db), max: 10, pipeline: true });
const answers = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
const statement = (name: string) => ({
  name,
  text: readFileSync(join(import.meta.dirname, `${name}.sql`), 'utf8'),
});
const [session, board, open, act] = ['session', 'matter-board', 'matter-open', 'matter-act'].map(statement);

type Act = (
  request: FastifyRequest,
  ask: (one: typeof session, values: readonly unknown[]) => Promise<pg.QueryResult>,
  who: string,
) => Promise<unknown>;

function handler(figure: string, work: Act) {
  return async (request: FastifyRequest, reply: FastifyReply) => {
    const token = /guatu_session=([^;]+)/.exec(request.headers.cookie ?? '')?.[1] ?? '';
    const client = await pool.connect();
    const ask: Parameters<Act>[1] = (one, values) => client.query({ ...one!, values: [...values] });
    const begun = client.query(
      `begin; set local guatu.city = '${cityId}'; set local guatu.actor = 'floor'; set local guatu.reach = 'city'; set local guatu.holders = '{}'`,
    );
    const found = ask(session, [cityId, sm3(decodeURIComponent(token))]);
    await begun;
    const { rows } = await found;
    if (rows.length === 0) throw new Error('no session');
    await work(request, ask, String(rows[0]['account_id']));
    await client.query('commit');
    client.release();
    return reply.send(answers[figure]);
  };
}

const server = fastify();
const withSchema = (output: unknown) => ({ schema: { response: { 200: output } } });
const key = (request: FastifyRequest) => String(request.headers['idempotency-key']);
const dayEnd = (days: number) => new Date(Date.parse(`${benchDay}T16:00:00Z`) + days * 86_400_000 - 1);

server.get(
  '/api/matters/board',
  withSchema(matterBoard.output),
  handler('board', async (request, ask) => {
    const { lead } = request.query as { lead: string };
    const now = new Date(`${benchDay}T02:00:00Z`);
    await ask(board, [cityId, lead, now, dayEnd(0), dayEnd(3), dayEnd(7)]);
  }),
);

type Body = { title: string; lead?: string; action: string; given: unknown };

server.post(
  '/api/matters',
  withSchema(openMatter.output),
  handler('open', async (request, ask, who) => {
    const { title, lead, given } = request.body as Body;
    const fact = JSON.stringify({ type: 'opened', title, given, support: [], lead, starts: {} });
    await ask(open, [
      ...[cityId, newId(), title, lead, who, JSON.stringify(given), fact, dayEnd(20), benchDay, key(request)],
      ...[JSON.stringify(answers['open']), newId()],
    ]);
  }),
);
server.post(
  '/api/matters/:id/acts',
  withSchema(actOnMatter.output),
  handler('act', async (request, ask, who) => {
    const { id } = request.params as { id: string };
    const { lead = null, action, given } = request.body as Body;
    const state = action === 'cancel' ? 'cancelled' : 'assigned';
    const fact = JSON.stringify({
      type: 'acted',
      action,
      from: 'assigned',
      to: state,
      given,
      lead,
      starts: {},
    });
    await ask(act, [
      ...[
        cityId,
        id,
        lead,
        state,
        who,
        fact,
        benchDay,
        key(request),
        JSON.stringify(answers['act']),
        newId(),
      ],
    ]);
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
