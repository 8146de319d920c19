import type { City } from '#access';
import { dutiesIn, standingReports } from '#engines/indicators';
import { type IndexedProject, listOrganisations } from '#engines/registry';
import { annotateWorkbook } from '#sheets';
import type { ReturnFate } from '../../domain/return-row.ts';
import type { ImportId } from '../../store/import-run.ts';
import type { BatchId, ReturnBatch } from '../../store/return-batch.ts';
import { getBatch } from './open-batch.ts';
import { getReturn, type ReadBatch, type ReadReturn, readBatch } from './read-batch.ts';

type Fates = Record<ReturnFate, number>;

/** All returns of a batch looked at together: what each holds, where they disagree, who is still missing. */
export async function viewBatch(city: City, batchId: BatchId) {
  const batch = await getBatch(city, batchId);
  const read = await readBatch(city, batch);
  const organisations = await listOrganisations(city, { asOf: city.today });
  const nameOf = new Map(organisations.map(({ orgId, name }) => [orgId as string, name]));
  const named = (one: ReadReturn) => one.from.name ?? nameOf.get(one.from.office ?? '') ?? null;
  const byImport = new Map(read.returns.map((one) => [one.run.importId as string, one]));
  const files = read.returns.map((one) => fileView(one, read, named(one)));
  const fates = files.reduce((sum, file) => added(sum, file.fates), noFates());
  return {
    batch,
    files,
    fates,
    contests: read.merged.contests.map(({ key, differ, contenders }) => ({
      ...{ key, differ },
      name: read.projects.get(key)?.name ?? key,
      contenders: contenders.flatMap(({ importId, row, proposed }) => {
        const from = byImport.get(importId);
        const { record } = row;
        if (!from || !record) return [];
        const { started, actualStart, entered, enteredOn, progress, problem } = record;
        const amounts = { monthFen: fenOf(record.monthFen), cumFen: fenOf(record.cumFen) };
        const facts = { ...amounts, started, actualStart, entered, enteredOn, progress, problem };
        return [{ ...placeOf(from, row), ...facts, office: named(from), proposed }];
      }),
    })),
    agreed: read.merged.agreed.length,
    strays: strayRows(read),
    offices: await officeStates(city, batch, read),
  };
}

function placeOf({ run }: ReadReturn, { sheet, row }: { readonly sheet: string; readonly row: number }) {
  return { importId: run.importId, fileName: run.fileName, sheet, row };
}

function fileView(one: ReadReturn, { merged }: ReadBatch, office: string | null) {
  const { run, reading, from, leftOut, issuedFor } = one;
  const own = merged.files.get(run.importId) ?? [];
  const blank = new Set(own.flatMap(({ row, fate }) => (fate === 'blank' ? row.findings : [])));
  const findings = reading.result.findings.filter((finding) => !blank.has(finding));
  const fates = noFates();
  for (const { fate } of own) fates[fate] += 1;
  return {
    importId: run.importId,
    fileName: run.fileName,
    ...{ office, certain: from.certain, leftOut: leftOut ?? null, issuedFor: issuedFor ?? null, fates },
    errors: findings.filter(({ kind }) => kind === 'error').length,
    warnings: findings.filter(({ kind }) => kind === 'warning').length,
    doubts: reading.result.sheets.flatMap(({ doubts }) => doubts),
    written: run.written,
  };
}

function strayRows({ returns, merged, projects }: ReadBatch) {
  return returns.flatMap((one) =>
    (merged.files.get(one.run.importId) ?? []).flatMap(({ row, fate }) => {
      if (fate !== 'unknown' && fate !== 'outside' && fate !== 'similar') return [];
      const key = row.record?.projectKey ?? row.proposal?.key ?? null;
      return [
        {
          ...placeOf(one, row),
          fate,
          name: row.nameRead,
          key,
          listed: projects.get(key ?? '')?.name ?? null,
        },
      ];
    }),
  );
}

/** Per leading district: what it owes for the month, what this batch brings, what was there before. */
async function officeStates(city: City, { month }: ReturnBatch, { merged, projects, inReach }: ReadBatch) {
  const owes = new Set((await dutiesIn(city, month)).flatMap((duty) => (duty.owes ? [duty.subjectId] : [])));
  const reports = await standingReports(city, { first: month, last: month });
  const before = new Set(reports.flatMap(({ subjectId, cumFen }) => (cumFen === null ? [] : [subjectId])));
  const here = new Set(
    [...merged.files.values()]
      .flat()
      .flatMap(({ row, fate }) => (fate === 'good' && row.record?.cumFen ? [row.record.projectKey] : [])),
  );
  const byDistrict = new Map<string, { name: string; projects: IndexedProject[] }>();
  for (const project of projects.values()) {
    const [leading] = project.districts;
    if (!leading || !owes.has(project.projectId) || !inReach(project.number)) continue;
    const known = byDistrict.get(leading.orgId) ?? { name: leading.name, projects: [] };
    known.projects.push(project);
    byDistrict.set(leading.orgId, known);
  }
  return [...byDistrict].map(([office, { name, projects: own }]) => {
    const brought = own.filter(({ number }) => here.has(number));
    const there = own.filter(({ projectId, number }) => !here.has(number) && before.has(projectId));
    return {
      ...{ office, name, owing: own.length, here: brought.length, before: there.length },
      left: own.length - brought.length - there.length,
    };
  });
}

function fenOf(text: string | null): bigint | null {
  return text === null ? null : BigInt(text);
}

function noFates(): Fates {
  return { good: 0, blank: 0, rejected: 0, unknown: 0, similar: 0, outside: 0 };
}

function added(sum: Fates, more: Fates): Fates {
  const total = { ...sum };
  for (const fate of Object.keys(total) as ReturnFate[]) total[fate] += more[fate];
  return total;
}

export async function returnFindings(city: City, batchId: BatchId, importId: ImportId) {
  const { reading } = await getReturn(city, await getBatch(city, batchId), importId);
  return { findings: reading.result.findings };
}

/** The office's own workbook with the findings written into it, to be sent back. */
export async function returnMarked(city: City, batchId: BatchId, importId: ImportId) {
  const { run, bytes, reading } = await getReturn(city, await getBatch(city, batchId), importId);
  const copy = await annotateWorkbook(bytes, reading.result.findings, { name: run.fileName });
  return { name: `${run.fileName.replace(/\.[^.]+$/, '')}（检查结果）.xlsx`, bytes: copy };
}
