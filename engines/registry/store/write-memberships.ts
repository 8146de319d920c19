import { sql } from 'kysely';
import { type Tx, tables } from '#db';
import { newId } from '#kernel/id';
import type { ListImportId, ProjectId } from '../domain/identity.ts';
import type { EntryVerdict } from '../domain/list.ts';
import type { PickedChange, WriteContext } from './project-write.ts';
import { insertRows, madeFrom } from './rows.ts';

type Entry = { readonly projectId: ProjectId; readonly listId: string; readonly year: number };

const columns = [
  'membership_id',
  'list_id',
  'year',
  'project_id',
  'from_on',
  'basis',
  'verdict',
  'explanation',
  'reason',
  'approver',
  'import_id',
  'actor_id',
];

/** Facts every office sees of a project; what was found of all others follows the scope. */
const openFields = new Set([
  ...['name', 'code', 'industry', 'nature', 'form', 'stage', 'category', 'year', 'plannedStart'],
  ...['districts', 'districtCount', 'lists', 'listCount', 'leadDepts'],
]);

/** Ends memberships that are no more and adds the new ones, each with its explanation. */
export async function writeMemberships(
  tx: Tx,
  changes: readonly PickedChange[],
  context: WriteContext,
): Promise<void> {
  const difference = (change: PickedChange, from: unknown, to: unknown): Entry[] => {
    const had = new Set((from ?? []) as readonly string[]);
    const year = Number(change.aspect.slice('lists:'.length));
    return ((to ?? []) as readonly string[])
      .filter((listId) => !had.has(listId))
      .map((listId) => ({ projectId: change.projectId, listId, year }));
  };
  await endMemberships(
    tx,
    changes.flatMap((change) => difference(change, change.after, change.before)),
    context,
  );
  const joined = changes
    .flatMap((change) => difference(change, change.before, change.after))
    .map(({ projectId, listId, year }) => {
      const fact = context.entryOf?.(projectId, listId);
      if (!fact) throw new Error(`no explanation for ${projectId} on ${listId}`);
      return { membershipId: newId(), projectId, listId, year, fact };
    });
  const memberships = madeFrom(joined, ({ membershipId, projectId, listId, year, fact }) => ({
    membership_id: membershipId,
    list_id: listId,
    year,
    project_id: projectId,
    from_on: context.onDay,
    basis: fact.basis,
    verdict: fact.verdict.result,
    explanation: speakable(withoutFigures(fact.verdict)),
    reason: fact.reason ?? null,
    approver: fact.approver ?? null,
    import_id: context.importId ?? null,
    actor_id: context.actorId,
  }));
  await insertRows(tx, 'list_membership', columns, memberships);
  const verdicts = madeFrom(joined, ({ membershipId, projectId, fact }) => ({
    membership_id: membershipId,
    project_id: projectId,
    explanation: speakable(fact.verdict),
  }));
  await insertRows(tx, 'list_verdict', ['membership_id', 'project_id', 'explanation'], verdicts);
}

async function endMemberships(tx: Tx, ended: readonly Entry[], context: WriteContext): Promise<void> {
  if (ended.length === 0) return;
  await sql`update city.list_membership kept set to_on = greatest(kept.from_on, ${context.onDay}::date),
      removed_reason = ${context.reason ?? null}, removed_by = ${context.actorId},
      ended_import_id = ${(context.importId ?? null) as ListImportId | null}
    from unnest(${ended.map((one) => one.projectId)}::uuid[], ${ended.map((one) => one.listId)}::text[],
      ${ended.map((one) => one.year)}::integer[]) as given (project_id, list_id, year)
    where kept.city_id = ${tx.scope.cityId} and kept.project_id = given.project_id
      and kept.list_id = given.list_id and kept.year = given.year and kept.to_on is null`.execute(tables(tx));
}

function withoutFigures(verdict: EntryVerdict): EntryVerdict {
  const parts = verdict.parts.map((part) => (openFields.has(part.field) ? part : { ...part, actual: null }));
  return { ...verdict, parts };
}

/** JSON knows no bigint: amounts are kept as text, as on the wire. */
function speakable(value: unknown): unknown {
  if (typeof value === 'bigint') return value.toString();
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(speakable);
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, speakable(one)]));
}
