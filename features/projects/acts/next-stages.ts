import type { City } from '#access';
import { type ProjectId, type ProjectView, type StageDemand, stagesSection } from '#engines/registry';
import { compileCondition, type Facts } from '#kernel/condition';
import { yearOf } from '#kernel/plain-date';
import { sectionOf } from '#pack';
import { factNames } from '../texts.ts';
import { projectFor } from './project-target.ts';

/** The stages that may follow and what each demands of this project, so that the form asks for nothing else. */
export async function nextStages(city: City, id: ProjectId) {
  const view = await projectFor(city, 'project.change-stage', id);
  const section = sectionOf(city.pack, stagesSection);
  const facts = factsOf(view, yearOf(city.today));
  const evidence = new Map(section.evidence.map((one) => [one.id, one]));
  const now = section.stages.find((one) => one.id === view.stage);
  return section.stages
    .filter((stage) => now?.to.includes(stage.id))
    .map((stage) => {
      const asked = stage.demands
        .filter((demand) => !demand.from || demand.from.includes(view.stage))
        .map((demand) => ({ demand, open: openFields(demand, facts) }));
      const unknown = new Set(asked.flatMap(({ open }) => (open === 'not-asked' ? [] : open)));
      return {
        id: stage.id,
        name: stage.name,
        closed: stage.closed,
        demands: asked
          .filter(({ open }) => open !== 'not-asked' && open.length === 0)
          .map(({ demand }) => ({
            clause: demand.clause ?? null,
            ways: demand.anyOf.map((way) =>
              way.map((kind) => {
                const { name = kind, note = null } = evidence.get(kind) ?? {};
                return { id: kind, name, note };
              }),
            ),
          })),
        unknown: [...unknown].map((field) => ({ id: field, name: factNames[field] ?? field })),
      };
    });
}

/** Fields that leave open whether the demand applies; none where it does. */
function openFields({ when }: StageDemand, facts: Facts): readonly string[] | 'not-asked' {
  if (!when) return [];
  const { result, parts } = compileCondition(when)(facts);
  if (result === 'not-met') return 'not-asked';
  return result === 'met' ? [] : parts.filter((part) => part.result === 'unknown').map((part) => part.field);
}

/** What a demand may ask about, as the card has it. */
function factsOf(view: ProjectView, year: number): Facts {
  const entry = view.entries.find((one) => one.year === year);
  const total = entry?.totalFen ?? view.detail?.totalFen;
  return {
    ...view.detail,
    ...{ name: view.card.name, industry: view.card.industry, nature: view.card.nature, form: view.card.form },
    ...{ number: view.number, code: view.code, stage: view.stage, year },
    category: entry?.category,
    plannedStart: entry?.plannedStart,
    totalFen: total ? BigInt(total) : undefined,
    districtCount: view.districts.length,
  };
}
