import { type City, may, type Role } from '#access';
import { findProjects, type IndexedProject } from '#engines/registry';
import { formMark, readFormKey } from '#features/workbooks';
import { readFileBytes } from '#files';
import { yearOfMonth } from '#kernel/month';
import { refuse } from '#kernel/refusal';
import type { Workbook } from '#sheets';
import { type Merged, mergeReturns } from '../../domain/merge-returns.ts';
import { type ReturnedFrom, returnedFrom } from '../../domain/returned-from.ts';
import { type ImportId, type ImportRun, listRunsOfBatch } from '../../store/import-run.ts';
import type { ReturnBatch } from '../../store/return-batch.ts';
import { type ReportReading, reportReader } from '../read-import.ts';
import { openSent } from '../take-workbook.ts';

/** Why a workbook of a batch is left out as a whole. */
export type LeftOut = 'other-city' | 'other-month';

export type ReadReturn = {
  readonly run: ImportRun;
  readonly reading: ReportReading;
  readonly from: ReturnedFrom;
  readonly leftOut: LeftOut | undefined;
  /** The month an issued workbook was issued for. */
  readonly issuedFor: string | undefined;
};

export type ReadBatch = {
  readonly returns: readonly ReadReturn[];
  readonly merged: Merged;
  readonly projects: ReadonlyMap<string, IndexedProject>;
  readonly inReach: (key: string) => boolean;
};

/** Rows a person confirmed although only a similar name was found: `sheet!row` by workbook. */
export type ConfirmedRows = ReadonlyMap<string, readonly string[]>;

/** Reads all workbooks of a batch anew, as they would be written now, one after another. */
export async function readBatch(
  city: City,
  batch: ReturnBatch,
  confirmed: ConfirmedRows | 'all' = new Map(),
): Promise<ReadBatch> {
  const { month, receivedOn, batchId } = batch;
  const reader = await reportReader(city, { month, receivedOn, year: yearOfMonth(month) });
  const projects = new Map(reader.index.map((project) => [project.number, project]));
  const inReach = await reachOf(city, batch, projects);
  const returns: ReadReturn[] = [];
  for (const run of await listRunsOfBatch(city.tx, batchId)) {
    const bytes = run.fileId ? await readFileBytes(city, run.fileId) : refuse('returns.no_such_file');
    const workbook = await openSent({ name: run.fileName, bytes });
    const acceptSimilar = confirmed === 'all' ? true : (confirmed.get(run.importId) ?? []);
    const reading = reader.read(workbook, { acceptSimilar, mapping: run.mapping });
    returns.push({ run, reading, ...originOf(city, month, { workbook, reading }, projects) });
  }
  const counted = returns.filter(({ leftOut }) => leftOut === undefined);
  const files = counted.map(({ run, reading }) => ({ importId: run.importId, rows: reading.result.rows }));
  return { returns, merged: mergeReturns(files, inReach), projects, inReach };
}

/**
 * For which projects the caller may report: whoever sees the whole city for all, who only fills in for whatever it holds.
 * Who has other roles beside, such as a reviewer's, for the projects of the office it fills in for.
 */
async function reachOf(
  city: City,
  { month }: ReturnBatch,
  projects: ReadonlyMap<string, IndexedProject>,
): Promise<(key: string) => boolean> {
  const { actor } = city;
  if (actor.reach === 'holders' && actor.roles.every(({ role }) => fills.has(role))) {
    const filter = { year: yearOfMonth(month), ownOnly: true };
    const found = await findProjects(city, filter, { size: Math.max(1, projects.size) });
    const own = new Set(found.map(({ projectId }) => projectId));
    return (key) => own.has(projects.get(key)?.projectId as IndexedProject['projectId']);
  }
  return (key) => {
    const project = projects.get(key);
    const holders = [...(project?.districts ?? []).map(({ orgId }) => orgId), project?.sponsorOrgId];
    return project !== undefined && may(actor, 'returns.write', { holders });
  };
}

const fills: ReadonlySet<Role> = new Set(['filler', 'district-filler']);

type Opened = { readonly workbook: Workbook; readonly reading: ReportReading };

function originOf(
  city: City,
  month: string,
  { workbook, reading }: Opened,
  projects: ReadonlyMap<string, IndexedProject>,
): Pick<ReadReturn, 'from' | 'leftOut' | 'issuedFor'> {
  const districts = reading.result.rows.flatMap(({ key }) => (key ? [projects.get(key)?.districts[0]] : []));
  const guessed = returnedFrom(districts);
  const key = readFormKey(workbook.marks?.get(formMark));
  if (!key) return { from: guessed, leftOut: undefined, issuedFor: undefined };
  const leftOut = key.cityId !== city.cityId ? 'other-city' : key.month !== month ? 'other-month' : undefined;
  const from = { office: key.office, name: null, certain: true };
  return { from, leftOut, issuedFor: key.month };
}

export async function getReturn(
  city: City,
  batch: ReturnBatch,
  importId: ImportId,
): Promise<{ run: ImportRun; bytes: Buffer; reading: ReportReading }> {
  const { month, receivedOn } = batch;
  const run = (await listRunsOfBatch(city.tx, batch.batchId)).find((one) => one.importId === importId);
  if (!run?.fileId) return refuse('returns.no_such_file');
  const bytes = await readFileBytes(city, run.fileId);
  const reader = await reportReader(city, { month, receivedOn, year: yearOfMonth(month) });
  const workbook = await openSent({ name: run.fileName, bytes });
  return { run, bytes, reading: reader.read(workbook, { acceptSimilar: false, mapping: run.mapping }) };
}
