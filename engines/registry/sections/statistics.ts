import Type from 'typebox';
import type { Condition } from '#kernel/condition';
import { definePackSection } from '#pack';
import { projectFields } from '../domain/facts.ts';
import type { StatisticsSection } from '../domain/statistics.ts';

const StatisticsFile = Type.Object({
  applies: Type.Unknown(),
  text: Type.String({ minLength: 1 }),
  clause: Type.Optional(Type.String({ minLength: 1 })),
});

/** The statutory scope of fixed-asset investment statistics, for cities whose packs say nothing else. */
export const statutoryScope: StatisticsSection = {
  applies: {
    any: [
      { field: 'form', op: 'eq', value: 'real-estate' },
      { field: 'totalFen', op: 'gte', value: '500万元' },
    ],
  },
  text: '计划总投资500万元及以上的固定资产投资项目，以及房地产开发项目',
};

export const statisticsSection = definePackSection<StatisticsSection>({
  id: 'statistics',
  files: ['statistics.yaml'],
  empty: statutoryScope,
  read(files) {
    const yaml = files.yaml('statistics.yaml', StatisticsFile);
    if (!yaml) return files.result(statutoryScope);
    files.checkCondition(yaml, ['applies'], yaml.value.applies, { fields: projectFields });
    return files.result({ ...yaml.value, applies: yaml.value.applies as Condition });
  },
});
