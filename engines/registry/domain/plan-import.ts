import { defineRefusals, refuse } from '#kernel/refusal';
import { type AspectChange, changedAspects, type ProjectAspects } from './aspect.ts';
import { desiredState, type RecordReading } from './desired-state.ts';
import { projectFacts } from './facts.ts';
import type { OrgId, ProjectId } from './identity.ts';
import type { EntryVerdict } from './list.ts';
import type { RowMatch } from './match-rows.ts';

defineRefusals({
  'list_import.list_unknown': { status: 422, text: '第“{ref}”行的清单类别“{list}”不是本市的清单' },
});

/** The project as it is kept now, as far as an import needs it. */
export type ProjectNow = {
  readonly projectId: ProjectId;
  readonly number: string;
  readonly version: number;
  readonly withdrawn: boolean;
  readonly aspects: ProjectAspects;
  readonly sourceLists: readonly string[];
};

export type PlannedRow = {
  readonly ref: string;
  readonly name: string;
  /** undefined for a new project. */
  readonly project: ProjectNow | undefined;
  /** New to the library, or taken back into it. */
  readonly enters: boolean;
  readonly changes: readonly AspectChange[];
  /** Of every list the row names: what its entry rule says. */
  readonly verdicts: ReadonlyMap<string, EntryVerdict>;
};

/** What a matched row changes. A withdrawn project is stated anew, without what was known of it before. */
export function planRow(
  match: Exclude<RowMatch, { kind: 'duplicate' }>,
  now: ProjectNow | undefined,
  reading: RecordReading & { readonly slugOf: (orgId: OrgId) => string | undefined },
): PlannedRow {
  const { ref, record } = match.row;
  for (const list of record.lists ?? []) {
    if (!reading.lists.find(list)) refuse('list_import.list_unknown', { ref, list });
  }
  const living = now?.withdrawn ? undefined : now;
  const after = desiredState(ref, record, reading, living);
  const changes = changedAspects(now?.aspects, after, reading.year);
  if (now?.withdrawn) changes.push({ aspect: 'withdrawn', before: true, after: false });
  const facts = projectFacts(after, {
    ...(now ? { number: now.number } : {}),
    year: reading.year,
    slugOf: reading.slugOf,
    departmentKinds: reading.kinds.filter((kind) => kind.holder === 'department').map((kind) => kind.id),
  });
  const stated = new Set((record.lists ?? []).map((name) => reading.lists.named(name)));
  const verdicts = new Map([...stated].map((list) => [list.id, reading.lists.verdictOf(list, facts)]));
  return { ref, name: after.card.name, project: now, enters: !living, changes, verdicts };
}

/** The lists a project joins and leaves by a change. */
export function listChanges(changes: readonly AspectChange[]): { added: string[]; removed: string[] } {
  const change = changes.find((one) => one.aspect.startsWith('lists:'));
  const before = (change?.before ?? []) as readonly string[];
  const after = (change?.after ?? []) as readonly string[];
  return {
    added: after.filter((id) => !before.includes(id)),
    removed: before.filter((id) => !after.includes(id)),
  };
}
