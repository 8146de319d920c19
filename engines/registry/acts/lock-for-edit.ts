import { type City, maskPhone } from '#access';
import { ensure, refuse } from '#kernel/refusal';
import type { ProjectId } from '../domain/identity.ts';
import { withoutPhones } from '../domain/masked.ts';
import '../domain/project.ts';
import { lockProject } from '../store/project-head.ts';
import { listChanges } from '../store/project-history.ts';
import { listWithinScope } from '../store/project-index.ts';
import { type ReadProject, readAspects } from '../store/read-aspects.ts';

/**
 * Locks the project for a change. Refused outside the scope, and where somebody saved since the version the editor
 * saw: the refusal carries what changed meanwhile, so that both versions can be shown.
 */
export async function lockForEdit(
  city: City,
  projectId: ProjectId,
  about: { readonly version?: number; readonly year: number },
): Promise<ReadProject> {
  const { tx } = city;
  const scope = await listWithinScope(tx, [projectId]);
  const locked = scope.has(projectId) ? await lockProject(tx, projectId) : undefined;
  const now = (await readAspects(tx, [projectId], about.year)).get(projectId) ?? refuse('project.not_found');
  const { name } = now.aspects.card;
  ensure(locked, 'project.outside_scope', { name });
  ensure(!locked.withdrawn, 'project.withdrawn', { name, number: locked.number });
  const { version } = about;
  if (version !== undefined && version !== locked.version) {
    const since = await listChanges(tx, projectId, version);
    refuse('project.stale', {
      projectId,
      name,
      version,
      current: locked.version,
      changes: since.map(({ aspect, before, after, actorId, recordedAt }) => ({
        ...{ aspect, actorId },
        before: withoutPhones(before, maskPhone),
        after: withoutPhones(after, maskPhone),
        recordedAt: recordedAt.toISOString(),
      })),
      now: withoutPhones(now.aspects, maskPhone),
    });
  }
  return now;
}
