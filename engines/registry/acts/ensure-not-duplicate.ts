import type { City } from '#access';
import { ensure, refuse } from '#kernel/refusal';
import { findDuplicate, sameByNames } from '../domain/duplicate.ts';
import type { ProjectId } from '../domain/identity.ts';
import type { ProjectLink } from '../domain/project-view.ts';
import { listLookalikes } from '../store/lookalikes.ts';
import { listLinks } from '../store/project-history.ts';

/** How a project that looks like another stands to it, with the reason why both are kept. */
export type LinkToOther = {
  readonly otherId: ProjectId;
  readonly kind: Exclude<ProjectLink['kind'], 'merged-into'>;
  readonly reason: string;
};

/** Refuses a project that is there already, naming it, unless it is linked to that one with a reason. */
export async function ensureNotDuplicate(
  city: City,
  project: {
    readonly projectId?: ProjectId;
    readonly name: string;
    readonly code: string | null;
    readonly uscc: string | null;
  },
  link?: LinkToOther,
): Promise<void> {
  if (link) ensure(link.reason.trim(), 'project.link_needs_reason');
  const others = await listLookalikes(city.tx, project);
  const known = new Set<ProjectId | undefined>([link?.otherId, project.projectId]);
  for (const { projectId, otherId } of project.projectId ? await listLinks(city.tx, project.projectId) : []) {
    known.add(projectId).add(otherId);
  }
  const found = findDuplicate(
    project,
    others.filter((other) => !known.has(other.projectId)),
  );
  if (!found) return;
  const { projectId, number, name } = found.other;
  refuse('project.duplicate', { projectId, number, name, same: sameByNames[found.same], by: found.same });
}
