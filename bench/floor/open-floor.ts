import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type FastifyInstance, type FastifyReply, type FastifyRequest, fastify } from 'fastify';
import pg from 'pg';
import { closeDatabase, openDatabase } from '#db';
import { ownerSettings } from '#db/testing';
import { sm3 } from '#kernel/sm3';

export type Statement = { readonly name: string; readonly text: string };
type Ask = (one: Statement, values: readonly unknown[]) => Promise<pg.QueryResult>;
type Act = (request: FastifyRequest, ask: Ask, who: string) => Promise<unknown>;

export type Floor = {
  readonly cityId: number;
  readonly server: FastifyInstance;
  /** Answers of the program to the same requests: what is written here has their shape and size. */
  readonly answers: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  /** Answers with the program's own answer of that name, once the act is done. */
  handler(figure: string, act: Act): (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>;
  listen(): Promise<void>;
};

/** The statement in the file of that name beside this one. */
export function statement(name: string): Statement {
  return { name, text: readFileSync(join(import.meta.dirname, `${name}.sql`), 'utf8') };
}

export function withSchema(output: unknown) {
  return { schema: { response: { 200: output } } };
}

/** What every floor begins and ends with. Arguments of the process: HOME CITY PORT FILE, FILE holding the answers. */
export async function openFloor(): Promise<Floor> {
  const [home = '', city = '', port = '', file = ''] = process.argv.slice(2);
  const cityId = Number(city);
  const db = await openDatabase({ home, connections: 1 });
  const pool = new pg.Pool({ ...ownerSettings(db), max: 10, pipeline: true });
  const answers = JSON.parse(readFileSync(file, 'utf8')) as Floor['answers'];
  const server = fastify();
  const session = statement('session');
  return {
    ...{ cityId, server, answers },
    handler: (figure, act) => async (request, reply) => {
      await inSession(pool, session, cityId, request, act);
      return reply.send(answers[figure]);
    },
    listen: async () => {
      await server.listen({ port: Number(port), host: '127.0.0.1' });
      process.stdout.write('floor is up\n');
      process.on('SIGINT', async () => {
        await server.close();
        await pool.end();
        await closeDatabase(db);
        process.exit(0);
      });
    },
  };
}

/** Session, scope and the act in one transaction; what need not wait for an answer is sent along. */
async function inSession(
  pool: pg.Pool,
  session: Statement,
  cityId: number,
  request: FastifyRequest,
  act: Act,
): Promise<void> {
  const token = /guatu_session=([^;]+)/.exec(request.headers.cookie ?? '')?.[1] ?? '';
  const client = await pool.connect();
  const ask: Ask = (one, values) => client.query({ ...one, values: [...values] });
  const { stream } = (client as unknown as pg.Client).connection;
  stream.cork();
  process.nextTick(() => stream.uncork());
  const begun = client.query(
    `begin; set local guatu.city = '${cityId}'; set local guatu.actor = 'floor'; set local guatu.reach = 'city'; set local guatu.holders = '{}'`,
  );
  const found = ask(session, [cityId, sm3(decodeURIComponent(token))]);
  await begun;
  const { rows } = await found;
  if (rows.length === 0) throw new Error('no session');
  await act(request, ask, String(rows[0]['account_id']));
  await client.query('commit');
  client.release();
}
