import Type from 'typebox';
import { definePackSection } from '#pack';
import type { MilestoneRule } from './domain/milestone.ts';

const Id = Type.String({ pattern: '^[a-z][a-z0-9-]*$' });
const Text = Type.String({ minLength: 1 });
const Days = Type.Integer({ minimum: 1 });

const MilestonesFile = Type.Object({
  stages: Type.Array(Id),
  light: Type.Object({ on: Type.Boolean(), yellow: Days, red: Days, basis: Text }),
  milestones: Type.Array(Type.Object({ id: Id, name: Text, basis: Text }), { minItems: 1 }),
});

const none: MilestoneRule = {
  stages: [],
  light: { on: false, yellow: 1, red: 1, basis: '' },
  milestones: [],
};

/** The formalities of projects in preparation, in their order. A city's file replaces the platform's as a whole. */
export const milestonesSection = definePackSection<MilestoneRule>({
  id: 'milestones',
  files: ['milestones.yaml'],
  empty: none,
  read(files) {
    const yaml = files.yaml('milestones.yaml', MilestonesFile);
    if (!yaml) return files.result(none);
    const { light, milestones } = yaml.value;
    if (light.red < light.yellow)
      files.report(yaml.at('light', 'red'), '红灯的天数少于黄灯', '请使 red 不小于 yellow');
    const taken = new Set<string>();
    for (const [index, { id, name }] of milestones.entries()) {
      if (taken.has(id))
        files.report(yaml.at('milestones', index), `“${name}”的 id 与前面重复`, '请改用没有用过的 id');
      taken.add(id);
    }
    return files.result(yaml.value);
  },
});
