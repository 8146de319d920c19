import { type Implementation, implement } from '#http';
import { exportMilestones, listMilestones } from './acts/list-milestones.ts';
import { projectMilestones, saveMilestones } from './acts/project-milestones.ts';
import * as contract from './contract.ts';
import './permissions.ts';

export const milestonesRoutes: readonly Implementation[] = [
  implement(contract.listMilestones, (input, city) => listMilestones(city, input)),
  implement(contract.exportMilestones, (input, city) => exportMilestones(city, input)),
  implement(contract.projectMilestones, ({ id }, city) => projectMilestones(city, id)),
  implement(contract.saveMilestones, (input, city) => saveMilestones(city, input)),
];
