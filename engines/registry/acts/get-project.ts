import { type City, maskPhone } from '#access';
import { refuse } from '#kernel/refusal';
import { sectionOf } from '#pack';
import type { ProjectId } from '../domain/identity.ts';
import '../domain/project.ts';
import type { ProjectBrief, ProjectView } from '../domain/project-view.ts';
import { batchesOf } from '../domain/stage-change.ts';
import { responsibilitiesSection } from '../sections/responsibilities.ts';
import { stagesSection } from '../sections/stages.ts';
import { findProjectBrief } from '../store/project-brief.ts';
import { findWholeProject } from '../store/project-history.ts';

/**
 * The project as the reader may see it. Phones are masked: showing one in the clear is a deed of its own, which is
 * audited (`revealPhone`).
 */
export async function getProject(city: City, projectId: ProjectId): Promise<ProjectView> {
  const { tx, pack } = city;
  const whole = (await findWholeProject(tx, projectId)) ?? refuse('project.not_found');
  const section = sectionOf(pack, stagesSection);
  const kinds = new Map(sectionOf(pack, responsibilitiesSection).kinds.map((kind) => [kind.id, kind]));
  const stage = section.stages.find((one) => one.id === whole.stage);
  return {
    ...whole,
    stageName: stage?.name ?? whole.stage,
    batches: batchesOf(section, whole.stage),
    closed: (stage?.closed ?? false) || whole.mergedInto !== null,
    holders: whole.holders
      .map((one) => ({
        ...one,
        kindName: kinds.get(one.kind)?.name ?? one.kind,
        phone: one.phone === null ? null : maskPhone(one.phone),
      }))
      .sort((a, b) => (kinds.get(a.kind)?.order ?? 0) - (kinds.get(b.kind)?.order ?? 0)),
  };
}

/** The project without its history, for acts on its months. */
export async function getProjectBrief({ tx, pack }: City, projectId: ProjectId): Promise<ProjectBrief> {
  const brief = (await findProjectBrief(tx, projectId)) ?? refuse('project.not_found');
  const stage = sectionOf(pack, stagesSection).stages.find((one) => one.id === brief.stage);
  return { ...brief, stageName: stage?.name ?? brief.stage };
}
