import { type City, listAccounts, localOperator, systemActor } from '#access';
import { stagesSection } from '#engines/registry';
import type { Id } from '#kernel/id';
import type { Light } from '#kernel/light';
import type { Month } from '#kernel/month';
import { addDays, todayInShanghai } from '#kernel/plain-date';
import { sectionOf } from '#pack';
import type { changeKinds } from '../contract.ts';
import { countFiled, importEvents, stageEvents } from '../store/desk-event.ts';
import { lightChanges } from '../store/desk-light.ts';
import { deskProjects } from '../store/desk-project.ts';
import type { DeskScope } from './desk-scope.ts';

const shown = 20;

type Change = {
  readonly kind: (typeof changeKinds)[number];
  readonly at: Date | null;
  readonly on: ReturnType<typeof addDays> | null;
  readonly by: string | null;
  readonly projectId: Id<'project'> | null;
  readonly name: string;
  readonly before: string | null;
  readonly after: string | null;
  readonly lightBefore: Light | null;
  readonly lightAfter: Light | null;
  readonly count: number | null;
};

const nothing = {
  ...{ at: null, on: null, by: null, projectId: null, before: null, after: null },
  ...{ lightBefore: null, lightAfter: null, count: null },
} as const;

/** Midnight in Shanghai at which yesterday began. */
export function startOfYesterday(now: Date): Date {
  return new Date(`${addDays(todayInShanghai(now), -1)}T00:00:00+08:00`);
}

/** What happened since yesterday in the reader's scope: workbooks, reports, lights, stages. */
export async function findChanges(
  city: City,
  scope: DeskScope,
  { lit, reporting }: { lit: Month | undefined; reporting: Month },
) {
  const since = startOfYesterday(city.now);
  const day = addDays(city.today, -1);
  const imports = (await importEvents(city.tx, since)).map(
    ({ fileName, written, undone, by, at }): Change => ({
      ...{ ...nothing, kind: undone ? 'import-undone' : 'import', at, by, name: fileName, count: written },
    }),
  );
  const filed = await countFiled(city.tx, since, reporting);
  const lights = lit
    ? (await lightChanges(city.tx, { month: lit, since: day, asOf: city.today })).filter(({ subjectId }) =>
        scope.mine(subjectId),
      )
    : [];
  const stages = (await stageEvents(city.tx, since)).filter(({ projectId }) => scope.mine(projectId));
  const [litShown, stagesShown] = [lights.slice(0, shown), stages.slice(0, shown)];
  const names = await deskProjects(city.tx, [
    ...litShown.map(({ subjectId }) => subjectId),
    ...stagesShown.map(({ projectId }) => projectId),
  ]);
  const about = (id: string) => ({
    projectId: id as Id<'project'>,
    name: names.get(id)?.name ?? '',
  });
  const words = stagesShown.length > 0 ? await stageWords(city) : undefined;
  const rows: Change[] = [
    ...imports,
    ...(filed > 0 ? [{ ...nothing, kind: 'reports' as const, name: '', count: filed }] : []),
    ...litShown.map(({ subjectId, on, before, after }) => ({
      ...{
        ...nothing,
        kind: 'light' as const,
        ...about(subjectId),
        on,
        lightBefore: before,
        lightAfter: after,
      },
    })),
    ...stagesShown.map(({ projectId, before, after, at, actorId }) => ({
      ...{ ...nothing, kind: 'stage' as const, ...about(projectId), at },
      ...{ by: words?.person(actorId) ?? null, before: words?.stage(before), after: words?.stage(after) },
    })),
  ].map((row) => ({ ...row, before: row.before ?? null, after: row.after ?? null }));
  return {
    since: day,
    total: imports.length + (filed > 0 ? 1 : 0) + lights.length + stages.length,
    rows,
  };
}

async function stageWords({ tx, pack }: City) {
  const people = new Map<string, string>(
    [
      ...(await listAccounts(tx)).map((one) => ({ accountId: one.accountId, name: one.displayName })),
      ...[localOperator, systemActor],
    ].map(({ accountId, name }) => [accountId, name]),
  );
  const stages = new Map<string, string>(
    sectionOf(pack, stagesSection).stages.map(({ id, name }) => [id, name]),
  );
  return {
    person: (id: string) => people.get(id) ?? null,
    stage: (id: string) => stages.get(id) ?? id,
  };
}
