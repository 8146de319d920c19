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

/** The value beside a file with faults, which no pack is loaded with. */
const nothing: StatisticsSection = { applies: { any: [] }, text: '' };

/** Which projects must be entered in statistics; the base pack gives the statutory scope. */
export const statisticsSection = definePackSection<StatisticsSection>({
  id: 'statistics',
  files: ['statistics.yaml'],
  read(files) {
    const yaml = files.yaml('statistics.yaml', StatisticsFile);
    if (!yaml) return files.result(nothing);
    files.checkCondition(yaml, ['applies'], yaml.value.applies, { fields: projectFields });
    return files.result({ ...yaml.value, applies: yaml.value.applies as Condition });
  },
});
