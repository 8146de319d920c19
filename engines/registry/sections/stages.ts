import type { Condition } from '#kernel/condition';
import { definePackSection, type PackFiles, type PackYaml } from '#pack';
import { yearCategories } from '../domain/aspect.ts';
import { projectFields } from '../domain/facts.ts';
import type { Stage, StagesSection } from '../domain/stage.ts';
import { StagesFile } from './stages-file.ts';

const noCheck: StagesSection['startCheck'] = { text: '', grounds: [], categories: [] };
const nothing: StagesSection = {
  ...{ stages: [], evidence: [], batchSets: [], forms: [], categories: {} },
  startCheck: noCheck,
};

/**
 * Stages with the evidence they demand, batches derived from stages, forms of investment. A city's file may hold
 * any of the parts; what it holds replaces the part below.
 */
export const stagesSection = definePackSection<StagesSection>({
  id: 'stages',
  files: ['stages.yaml'],
  read(files) {
    const yaml = files.yaml('stages.yaml', StagesFile);
    if (!yaml) return files.result(nothing);
    const { stages = [], evidence = [], batchSets = [], forms = [], categories = {} } = yaml.value;
    const { startCheck = noCheck } = yaml.value;
    const read: StagesSection = {
      evidence,
      batchSets,
      forms,
      categories,
      startCheck,
      stages: stages.map(
        (one, index): Stage => ({
          ...one,
          started: one.started ?? false,
          closed: one.closed ?? false,
          checked: one.checked ?? false,
          order: index + 1,
          demands: (one.demands ?? []).map((demand) => ({
            ...demand,
            when: demand.when as Condition | undefined,
          })),
        }),
      ),
    };
    for (const [index, one] of stages.entries()) {
      for (const [at, demand] of (one.demands ?? []).entries()) {
        const path = ['stages', index, 'demands', at, 'when'];
        if (demand.when !== undefined)
          files.checkCondition(yaml, path, demand.when, { fields: projectFields });
      }
    }
    if (stages.length > 0) reportReferences(files, yaml, read);
    return files.result(read);
  },
  merge: (lower, upper) => ({
    stages: upper.stages.length > 0 ? upper.stages : lower.stages,
    evidence: upper.evidence.length > 0 ? upper.evidence : lower.evidence,
    batchSets: upper.batchSets.length > 0 ? upper.batchSets : lower.batchSets,
    forms: upper.forms.length > 0 ? upper.forms : lower.forms,
    categories: Object.keys(upper.categories).length > 0 ? upper.categories : lower.categories,
    startCheck: upper.startCheck.grounds.length > 0 ? upper.startCheck : lower.startCheck,
  }),
  check: (value) =>
    findStageFaults(value).map((message) => ({
      file: 'stages.yaml',
      line: 1,
      message,
      remedy: '请对照 stages 中的 id 改正',
    })),
});

function reportReferences(
  files: PackFiles,
  yaml: PackYaml<unknown>,
  { stages, evidence }: StagesSection,
): void {
  const ids = new Set(stages.map((one) => one.id));
  const proofs = new Set(evidence.map((one) => one.id));
  for (const [index, stage] of stages.entries()) {
    for (const to of [...stage.to, ...stage.demands.flatMap((one) => one.from ?? [])]) {
      if (ids.has(to)) continue;
      files.report(yaml.at('stages', index), `阶段“${stage.name}”提到的“${to}”不是阶段`, '请改正 id');
    }
    for (const proof of stage.demands.flatMap((one) => one.anyOf.flat())) {
      if (proofs.has(proof) || evidence.length === 0) continue;
      files.report(
        yaml.at('stages', index),
        `阶段“${stage.name}”要求的佐证“${proof}”没有定义`,
        '请在 evidence 中补上',
      );
    }
  }
}

/** What can only be seen when all layers are stacked. */
function findStageFaults({ stages, evidence, batchSets, categories, startCheck }: StagesSection): string[] {
  const ids = new Set(stages.map((one) => one.id));
  const proofs = new Set(evidence.map((one) => one.id));
  return [
    ...(stages.length === 0 ? ['没有定义任何阶段'] : []),
    ...(stages.some((stage) => stage.checked) && startCheck.grounds.length === 0
      ? ['有阶段须经现场核查（checked），而 startCheck 没有写明核查标准和不认定的情形']
      : []),
    ...yearCategories
      .filter((category) => !ids.has(categories[category] ?? ''))
      .map((category) => `categories 没有说明“${category}”项目处在哪个阶段`),
    ...batchSets.flatMap((set) =>
      set.batches.flatMap((batch) =>
        batch.stages.filter((id) => !ids.has(id)).map((id) => `批次“${batch.name}”提到的“${id}”不是阶段`),
      ),
    ),
    ...stages
      .flatMap((stage) => stage.demands.flatMap((one) => one.anyOf.flat()))
      .filter((proof) => !proofs.has(proof))
      .map((proof) => `佐证“${proof}”没有定义`),
  ];
}
