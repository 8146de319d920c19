import { type City, ensureMay, may } from '#access';
import { listMatters, type MatterRow, matterKind } from '#engines/matters';
import { getProject, type ProjectId } from '#engines/registry';
import { everyVersion, type VisitRow } from '../store/visit-rows.ts';
import { causesOf, secretaryKind, silentRule, waysOf } from './choices.ts';
import { targetOf } from './project-target.ts';

const most = 500;

/** A project's log with what became of its blockers. */
export async function projectVisits(city: City, id: ProjectId) {
  const view = await getProject(city, id);
  const target = targetOf(view);
  ensureMay(city, 'secretary.view-log', target);
  const [ways, causes] = [waysOf(city), causesOf(city)];
  const kind = secretaryKind(city)?.id;
  const problems = await problemsOf(city, id);
  const mayRecord = may(city.actor, 'secretary.record', target) && !view.withdrawn;
  const versions = [...Map.groupBy(await everyVersion(city.tx, id), ({ visitId }) => visitId).values()].sort(
    (a, b) => ((a[0]?.visitedOn ?? '') < (b[0]?.visitedOn ?? '') ? 1 : -1),
  );
  const shown = (row: VisitRow) => versionOf(row, ways, causes);
  return {
    ...{ projectId: id, number: view.number, name: view.card.name, stage: view.stageName },
    ...{ today: city.today, ...silentRule(city), mayRecord, ways, causes },
    secretaries: view.holders.filter((one) => one.kind === kind).map(({ name }) => name),
    lastOn: versions.flatMap(([first]) => (first && !first.withdrawn ? first.visitedOn : []))[0] ?? null,
    visits: versions.flatMap(([standing, ...earlier]) => {
      if (!standing) return [];
      const problem = problems.get(standing.visitId);
      return {
        ...shown(standing),
        visitId: standing.visitId as never,
        earlier: earlier.map(shown),
        mayCorrect: mayRecord && standing.actorId === city.actor.accountId,
        problem: problem
          ? {
              ...{ matterId: problem.matterId, number: problem.number, closed: problem.closedAt !== null },
              state: matterKind('problem').states[problem.state as 'raised'] ?? problem.state,
            }
          : null,
      };
    }),
  };
}

/** Problems raised from a visit, by the visit. */
async function problemsOf(city: City, projectId: string): Promise<Map<string, MatterRow>> {
  const filter = { kinds: ['problem'], projectIds: [projectId] };
  const { rows } = await listMatters(city, filter, { limit: most, offset: 0 });
  return new Map(
    rows.flatMap((row) => (row.source === 'secretary' && row.sourceKey ? [[row.sourceKey, row]] : [])),
  );
}

type Named = { readonly id: string; readonly name: string };

function versionOf(row: VisitRow, ways: readonly Named[], causes: readonly Named[]) {
  const named = (id: string, among: readonly Named[]) =>
    among.find((one) => one.id === id) ?? { id, name: id };
  const { number, visitedOn, met, findings, nextStep, nextOn, blocker, cause, withdrawn, reason } = row;
  return {
    ...{ number, visitedOn, met, findings, nextStep, nextOn, blocker, withdrawn, reason },
    way: named(row.way, ways),
    cause: cause === null ? null : named(cause, causes),
    ...{ by: row.recordedBy, at: row.recordedAt },
  };
}
