import { readFileSync } from 'node:fs';
import { closeDatabase, openDatabase } from '#db';
import { asTableOwner } from '#db/testing';
import type { WorkingCity } from '../support/working-city.ts';
import type { Acknowledged, EvaluatedLights, SavedReport } from './errand.ts';

/** Compares what the client has in its own files with what the city holds now. An empty list: no harm was done. */
export async function findHarm(city: WorkingCity, logs: readonly string[]): Promise<string[]> {
  const acts = logs.flatMap((log) => linesOf(log));
  const db = await openDatabase({ home: city.home });
  const ask = (text: string) => asTableOwner(db, text);
  try {
    return [
      ...harmToReports(
        acts.filter((act) => act.act === 'report'),
        await ask(reportsNow),
      ),
      ...harmToEvaluations(
        acts.filter((act) => act.act === 'evaluation'),
        await ask(evaluationsNow),
      ),
      ...harmToAnswers(acts, await ask(answersNow)),
      ...(await harmToSums(city)),
    ];
  } finally {
    await closeDatabase(db);
  }
}

const reportsNow = `
  select r.subject_id::text || ' ' || r.month || ' ' || r.number as place, r.cum_fen::text as fen,
    (select count(*)::int from city.audit a
      where a.city_id = r.city_id and a.object_id = r.report_id::text and a.action = 'report.fill' and a.outcome = 'done'
    ) as traces
  from city.report r`;

const evaluationsNow = `
  select details->>'asOf' as day, (details->>'changed')::int as changed, count(*)::int as times from city.audit
  where action = 'lights.evaluate' and outcome = 'done' and actor_name <> '系统' group by 1, 2`;

const answersNow = 'select key, status, answer from city.idempotency';

function linesOf(log: string): Acknowledged[] {
  return readFileSync(log, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}

type Row = Readonly<Record<string, unknown>>;

/** Every report acknowledged is there once, as it was sent, with its one audit row; and there is no other. */
function harmToReports(acts: readonly SavedReport[], rows: readonly Row[]): string[] {
  const found = new Map(rows.map((row) => [row['place'], row]));
  const known = new Set<unknown>();
  const harm: string[] = [];
  for (const act of acts) {
    const place = `${act.projectId} ${act.month} ${act.number}`;
    const row = found.get(place);
    if (known.has(place)) harm.push(`acknowledged twice: ${place}`);
    known.add(place);
    if (act.number !== act.expectedNumber + 1) harm.push(`acted more than once: ${place}`);
    if (!row) harm.push(`acknowledged and lost: ${place}`);
    else if (row['fen'] !== act.cumFen) harm.push(`changed: ${place}: ${act.cumFen} → ${row['fen']}`);
  }
  for (const [place, { traces }] of found) {
    if (!known.has(place)) harm.push(`nobody was told of: ${place}`);
    if (traces !== 1) harm.push(`${traces} audit rows for ${place}`);
  }
  return harm;
}

/** As many audited evaluations of a day as were acknowledged to have changed something. */
function harmToEvaluations(acts: readonly EvaluatedLights[], rows: readonly Row[]): string[] {
  const told = new Map<string, number>();
  for (const { asOf, changed } of acts) {
    if (changed > 0) told.set(`${asOf} ${changed}`, (told.get(`${asOf} ${changed}`) ?? 0) + 1);
  }
  const done = new Map(rows.map(({ day, changed, times }) => [`${day} ${changed}`, Number(times)]));
  return [...new Set([...told.keys(), ...done.keys()])].flatMap((what) => {
    const [acknowledged, audited] = [told.get(what) ?? 0, done.get(what) ?? 0];
    return acknowledged === audited ? [] : [`evaluations of ${what}: ${acknowledged} told, ${audited} done`];
  });
}

/** The answer to every acknowledged request is kept whole, so that asking once more would not act again. */
function harmToAnswers(acts: readonly Acknowledged[], rows: readonly Row[]): string[] {
  const kept = new Map(rows.map((row) => [row['key'], row]));
  return [
    ...acts.flatMap(({ key }) => (kept.get(key)?.['status'] === 200 ? [] : [`no answer is kept for ${key}`])),
    ...rows.flatMap(({ key, answer }) => (answer === null ? [`a key without its answer: ${key}`] : [])),
  ];
}

type Checked = { readonly checked: number; readonly differences: readonly unknown[] };

/** What the program says of itself: sums, lights, audit. */
async function harmToSums({ ask }: WorkingCity): Promise<string[]> {
  const rollups = await ask<Checked>('rollups', 'check', '--city', 'dalian');
  const lights = await ask<Checked>('lights', 'replay', '--city', 'dalian');
  const audit = await ask<{ ok: boolean; cities: unknown }>('audit', 'verify');
  return [
    ...(rollups.checked > 0 && rollups.differences.length === 0 ? [] : [`sums: ${JSON.stringify(rollups)}`]),
    ...(lights.checked > 0 && lights.differences.length === 0 ? [] : [`lights: ${JSON.stringify(lights)}`]),
    ...(audit.ok ? [] : [`audit: ${JSON.stringify(audit)}`]),
  ];
}
