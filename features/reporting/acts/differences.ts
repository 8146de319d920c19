import { type City, ensureMay } from '#access';
import { factsOf, getPeriod, type Report, reportsAfterLock } from '#engines/indicators';
import { projectIndex } from '#engines/registry';
import { type Month, yearOfMonth } from '#kernel/month';
import { ensure } from '#kernel/refusal';
import '../permissions.ts';

/** Projects whose figures of a locked month are no longer those it was locked with. */
export async function differencesAfterLock(city: City, month: Month) {
  ensureMay(city, 'reporting.rows');
  const { lock } = await getPeriod(city, month);
  ensure(lock, 'period.not_locked', { month });
  const bySubject = Map.groupBy(await reportsAfterLock(city, month), ({ subjectId }) => subjectId);
  const projects = await projectIndex(city, yearOfMonth(month), [...bySubject.keys()]);
  const differences = projects.flatMap((project) => {
    const reports = bySubject.get(project.projectId) ?? [];
    const published = reports.findLast(({ afterLock }) => afterLock === null);
    const standing = reports.at(-1);
    if (!standing?.afterLock) return [];
    return [
      {
        ...about(project),
        ...changeOf(standing),
        published: published && !published.withdrawn ? factsOf({}, published) : null,
      },
    ];
  });
  return { differences };
}

function about({ projectId, number, name, districts }: Awaited<ReturnType<typeof projectIndex>>[number]) {
  return { projectId, number, name, district: districts[0]?.name ?? null };
}

function changeOf(standing: Report) {
  const { afterLock, correctionReason, approver, recordedAt } = standing;
  return {
    ...{ kind: afterLock ?? ('correction' as const), standing: factsOf({}, standing) },
    ...{ reason: correctionReason ?? '', approver: approver ?? '', at: recordedAt },
  };
}
