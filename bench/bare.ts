import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import type { Db } from '#db';
import { ownerSettings } from '#db/testing';

/** How often the floor's own statement alone runs in a second on so many connections: no session, no scope, no JSON. */
export async function bareRate(
  db: Db,
  file: string,
  valuesOf: (number: number) => readonly unknown[],
  { connections, seconds }: { connections: number; seconds: number },
): Promise<number> {
  const pool = new pg.Pool({ ...ownerSettings(db), max: connections });
  const text = readFileSync(join(import.meta.dirname, 'floor', `${file}.sql`), 'utf8');
  const until = performance.now() + seconds * 1000;
  let run = 0;
  const worker = async () => {
    while (performance.now() < until) await pool.query({ name: file, text, values: [...valuesOf(run++)] });
  };
  const began = performance.now();
  await Promise.all(Array.from({ length: connections }, worker));
  await pool.end();
  return (run / (performance.now() - began)) * 1000;
}

/** The plan of a statement of the floor as it runs here, to be kept beside it. */
export async function planOf(db: Db, file: string, values: readonly unknown[]): Promise<string> {
  const client = new pg.Client(ownerSettings(db));
  await client.connect();
  const text = readFileSync(join(import.meta.dirname, 'floor', `${file}.sql`), 'utf8');
  const { rows } = await client.query(`explain (analyze, buffers, costs off) ${text}`, [...values]);
  await client.end();
  return rows.map((row) => String(row['QUERY PLAN'])).join('\n');
}
