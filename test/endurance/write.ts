/**
 * The client outside: saves monthly reports over HTTP, many at a time, and has the lights evaluated now and then,
 * until told to stop (SIGTERM). Every acknowledgement is on the disk, in a file of its own, before it goes on.
 * Whatever is not answered is asked again with the same key. Says `+` per acknowledgement and `-` per attempt without
 * an answer. Run as `node write.ts '{…}'`, see errand.ts.
 */
import { open } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { evaluateLights, saveReport } from '#features/progress';
import { CallRefused, newIdempotencyKey } from '#http/client';
import type { Id } from '#kernel/id';
import type { Month } from '#kernel/month';
import type { PlainDate } from '#kernel/plain-date';
import { signedIn } from '../support/signed-in.ts';
import type { Acknowledged, Errand } from './errand.ts';
import { type Cell, findCells } from './find-cells.ts';
import { insist } from './insist.ts';

const errand = JSON.parse(process.argv[2] ?? '') as Errand;
const { baseUrl, year, writers } = errand;
let stopping = false;
process.on('SIGTERM', () => {
  stopping = true;
});

const { call: filler } = await insist(() => signedIn(baseUrl, errand.filler));
const { call: coordinator } = await insist(() => signedIn(baseUrl, errand.coordinator));
const cells = await findCells(filler, year);
const log = await open(errand.log, 'a');
const shares = Array.from({ length: writers }, (_, writer) =>
  cells.filter((_, at) => at % writers === writer),
);
await Promise.all([...shares.map(writeReports), evaluate()].map((work) => work.catch(giveUp)));
await log.close();

/** Each writer has months of its own: nobody else moves their reports on. */
async function writeReports(share: readonly Cell[], writer: number): Promise<void> {
  const numbers = new Map(share.map((cell) => [cell, cell.number]));
  for (let act = 0; !stopping; act++) {
    const cell = share[act % share.length]!;
    const number = numbers.get(cell)!;
    await writeReport(cell, number, BigInt((writer + 1) * 1_000_000_000 + number * 1_000_000 + act));
    numbers.set(cell, number + 1);
  }
}

async function writeReport(
  { projectId, month }: Cell,
  expectedNumber: number,
  cumFen: bigint,
): Promise<void> {
  const key = newIdempotencyKey();
  const report = {
    id: projectId as Id<'project'>,
    month: month as Month,
    expectedNumber,
    cumFen: `${cumFen}` as const,
    monthFen: `${cumFen / 12n}` as const,
    started: true,
    progressText: `第${expectedNumber + 1}次填报`,
    ...(expectedNumber > 0 ? { correctionReason: '核实后更正' } : {}),
  };
  const saved = await insist(() => filler(saveReport, report, { idempotencyKey: key }), tellUnanswered);
  const { number } = saved.report;
  await acknowledge({ act: 'report', key, projectId, month, expectedNumber, number, cumFen: `${cumFen}` });
}

/** Every month's evaluation day in turn. */
async function evaluate(): Promise<void> {
  for (let act = 0; !stopping; act++) {
    const key = newIdempotencyKey();
    const asOf = `${year}-${String((act % 11) + 2).padStart(2, '0')}-10` as PlainDate;
    const about = { idempotencyKey: key };
    const { lit, changed } = await insist(() => coordinator(evaluateLights, { asOf }, about), tellUnanswered);
    await acknowledge({ act: 'evaluation', key, asOf, lit, changed });
    await pause(300);
  }
}

function tellUnanswered(): void {
  process.stdout.write('-');
}

async function acknowledge(act: Acknowledged): Promise<void> {
  await log.appendFile(`${JSON.stringify(act)}\n`);
  await log.datasync();
  process.stdout.write('+');
}

function giveUp(error: unknown): void {
  const why = error instanceof CallRefused ? `${error.status} ${error.code} ${error.text}` : error;
  console.error('refused:', why, error instanceof CallRefused ? error.details : '');
  process.exitCode = 1;
  stopping = true;
}
