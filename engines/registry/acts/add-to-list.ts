import { audit, type City } from '#access';
import type { PlainDate } from '#kernel/plain-date';
import { ensure } from '#kernel/refusal';
import { projectFacts } from '../domain/facts.ts';
import type { ProjectId } from '../domain/identity.ts';
import { basisOfEntry, type EntryVerdict } from '../domain/list.ts';
import type { MembershipChange } from '../domain/list-import.ts';
import { writeAspects } from '../store/write-aspects.ts';
import { lockForEdit } from './lock-for-edit.ts';
import { readingOf } from './record-reading.ts';

export type ListEntry = {
  readonly projectId: ProjectId;
  /** Id or name. */
  readonly list: string;
  readonly year: number;
  readonly fromOn?: PlainDate;
  /** Asked for where the entry rule is not met. */
  readonly reason?: string;
  readonly approver?: string;
};

/** What the entry rule says of a project, without entering it. */
export async function judgeEntry(
  city: City,
  entry: Pick<ListEntry, 'projectId' | 'list' | 'year'>,
): Promise<EntryVerdict> {
  return (await judge(city, entry)).verdict;
}

/** Enters a project by the rule, or as an exception with reason and approver. The verdict is kept either way. */
export async function addToList(city: City, entry: ListEntry): Promise<MembershipChange> {
  const { tx, today, actor } = city;
  const { projectId, year } = entry;
  const { list, verdict, now } = await judge(city, entry);
  const { name } = now.aspects.card;
  ensure(!now.aspects.lists.includes(list.id), 'list.already_on', { name, year, list: list.name });
  const basis = basisOfEntry(verdict, entry);
  ensure(basis, 'list.rule_not_met', {
    name,
    list: list.name,
    rule: list.ruleText ?? list.name,
    parts: verdict.parts,
  });
  const onDay = entry.fromOn ?? today;
  const after = [...now.aspects.lists, list.id].sort();
  const changes = [{ aspect: `lists:${year}` as const, before: now.aspects.lists, after }];
  await writeAspects(tx, [{ projectId, number: now.number, version: now.version, isNew: false, changes }], {
    act: 'list-add',
    onDay,
    actorId: actor.accountId,
    reason: entry.reason ?? null,
    entryOf: () => ({ basis, verdict, reason: entry.reason ?? null, approver: entry.approver ?? null }),
  });
  await audit(city, {
    action: 'list.add',
    object: 'project',
    objectId: projectId,
    details: {
      number: now.number,
      list: list.id,
      year,
      basis,
      reason: entry.reason,
      approver: entry.approver,
    },
  });
  return { listId: list.id, year, projectId, change: 'added', onDay };
}

async function judge(
  city: City,
  { projectId, list: spelling, year }: Pick<ListEntry, 'projectId' | 'list' | 'year'>,
) {
  const reading = await readingOf(city, year);
  const list = reading.lists.named(spelling);
  const now = await lockForEdit(city, projectId, { year });
  const departmentKinds = reading.kinds.filter((kind) => kind.holder === 'department').map((kind) => kind.id);
  const facts = projectFacts(now.aspects, {
    number: now.number,
    year,
    slugOf: reading.slugOf,
    departmentKinds,
  });
  return { list, now, verdict: reading.lists.verdictOf(list, facts) };
}
