import { audit, type City } from '#access';
import { newId } from '#kernel/id';
import { defineRefusals, ensure } from '#kernel/refusal';
import { effectiveDay } from '../domain/effective-day.ts';
import type { ListImportId, ProjectId } from '../domain/identity.ts';
import type {
  ListImport,
  ListImportResult,
  ListMismatch,
  ListRowResult,
  MembershipChange,
} from '../domain/list-import.ts';
import { matchRows } from '../domain/match-rows.ts';
import { projectNumber } from '../domain/number.ts';
import { listChanges, type PlannedRow, planRow } from '../domain/plan-import.ts';
import { hasYear, insertListImport, listAbsent } from '../store/list-import.ts';
import { listKnownProjects, lockProjects, refreshStatistics, takeSerials } from '../store/project-index.ts';
import type { ProjectWrite } from '../store/project-write.ts';
import { readAspects } from '../store/read-aspects.ts';
import { writeAspects } from '../store/write-aspects.ts';
import { type CityReading, readingOf } from './record-reading.ts';

defineRefusals({
  'list_import.needs_city_reach': {
    status: 403,
    text: '年度清单由市级牵头部门导入，您的账号只能看到部分项目',
  },
});

type Placed = PlannedRow & { readonly projectId: ProjectId; readonly number: string };

/**
 * Takes the rows of a yearly list into the library in one go: projects, codes, districts, responsibilities, the
 * year's entry and lists. The same workbook again writes nothing; what differs becomes new facts.
 */
export async function applyListImport(city: City, input: ListImport): Promise<ListImportResult> {
  const { tx } = city;
  ensure(tx.scope.reach !== 'holders', 'list_import.needs_city_reach');
  await lockProjects(tx);
  const reading = await readingOf(city, input.year);
  const matches = matchRows(input.rows, await listKnownProjects(tx));
  const ids = matches.flatMap((match) => (match.kind === 'known' ? [match.project.projectId] : []));
  const now = await readAspects(tx, ids, input.year);
  const planned = matches.map((match) =>
    match.kind === 'duplicate'
      ? undefined
      : planRow(match, match.kind === 'known' ? now.get(match.project.projectId) : undefined, reading),
  );
  const placed = await placeRows(city, input.year, planned);
  const effectiveOn =
    input.effectiveOn ?? effectiveDay(input.year, city.today, !(await hasYear(tx, input.year)));
  const importId = input.importId ?? newId<'list-import'>();
  const rows = matches.map((match, index): ListRowResult => {
    const own = placed[match.kind === 'duplicate' ? match.of : index];
    if (!own) throw new Error('a row stands for itself or for an earlier one');
    const { projectId, number, name } = own;
    const changed = match.kind === 'duplicate' ? [] : own.changes.map((change) => change.aspect);
    const kind = own.enters ? 'created' : changed.length > 0 ? 'changed' : 'unchanged';
    return {
      ref: match.row.ref,
      outcome: match.kind === 'duplicate' ? match.kind : kind,
      projectId,
      number,
      name,
      changed,
    };
  });
  const own = placed.filter((row) => row !== undefined);
  const count = (outcome: string) => rows.filter((row) => row.outcome === outcome).length;
  const counts = { created: count('created'), changed: count('changed'), unchanged: count('unchanged') };
  const written = counts.created + counts.changed > 0;
  if (written) await store(city, input, { importId, effectiveOn, counts, rows: own, reading });
  const present = own.map((row) => row.projectId);
  return {
    importId,
    written,
    year: input.year,
    effectiveOn,
    ...counts,
    rows,
    memberships: own.flatMap((row) => membershipChanges(row, input.year, effectiveOn)),
    mismatches: own.flatMap(mismatchesOf),
    absent: await listAbsent(tx, input.year, present),
  };
}

/** New projects take the next numbers of the year in the order of their rows. */
async function placeRows(
  city: City,
  year: number,
  planned: readonly (PlannedRow | undefined)[],
): Promise<(Placed | undefined)[]> {
  const fresh = planned.filter((row) => row && !row.project).length;
  let serial = fresh > 0 ? await takeSerials(city.tx, year, fresh) : 0;
  return planned.map((row) => {
    if (!row) return undefined;
    if (row.project) return { ...row, projectId: row.project.projectId, number: row.project.number };
    return {
      ...row,
      projectId: newId<'project'>(),
      number: projectNumber(city.pack.keyPrefix, year, serial++),
    };
  });
}

async function store(
  city: City,
  input: ListImport,
  about: {
    readonly importId: ListImportId;
    readonly effectiveOn: ListImportResult['effectiveOn'];
    readonly counts: { readonly created: number; readonly changed: number; readonly unchanged: number };
    readonly rows: readonly Placed[];
    readonly reading: CityReading;
  },
): Promise<void> {
  const { tx, actor } = city;
  const { importId, effectiveOn, counts, rows } = about;
  const { year, source } = input;
  await insertListImport(tx, { importId, year, source, effectiveOn, ...counts, actorId: actor.accountId });
  const { kinds } = about.reading;
  const verdicts = new Map(rows.map((row) => [row.projectId, row.verdicts]));
  const writes = rows.map(
    (row): ProjectWrite => ({
      projectId: row.projectId,
      number: row.number,
      version: row.project?.version ?? 0,
      isNew: !row.project,
      changes: row.changes,
    }),
  );
  await writeAspects(tx, writes, {
    act: 'list-import',
    onDay: effectiveOn,
    actorId: actor.accountId,
    reason: `《${source.fileName}》`,
    importId,
    stage: { basis: 'source', evidence: [] },
    holderOf: (kind) => kinds.find((one) => one.id === kind)?.holder ?? 'unit',
    entryOf: (projectId, listId) => {
      const verdict = verdicts.get(projectId)?.get(listId);
      if (!verdict) throw new Error('a list is only joined because the row names it');
      return { basis: 'source', verdict };
    },
  });
  await refreshStatistics(tx, counts.created);
  await audit(city, {
    action: 'list.import',
    object: 'list-import',
    objectId: importId,
    details: { year, fileName: source.fileName, ...counts },
  });
}

function membershipChanges(row: Placed, year: number, onDay: MembershipChange['onDay']): MembershipChange[] {
  const { added, removed } = listChanges(row.changes);
  const of = (change: MembershipChange['change']) => (listId: string) => ({
    ...{ listId, year, projectId: row.projectId, change, onDay },
  });
  return [...added.map(of('added')), ...removed.map(of('removed'))];
}

function mismatchesOf({ ref, projectId, number, name, verdicts }: Placed): ListMismatch[] {
  return [...verdicts].flatMap(([listId, verdict]) =>
    verdict.result === 'not-met' || verdict.result === 'unknown'
      ? [{ ref, projectId, number, name, listId, verdict: { result: verdict.result, parts: verdict.parts } }]
      : [],
  );
}
