import { ensureMay } from '#access';
import { done, type Implementation, implement } from '#http';
import { approveCarryOver } from './acts/approve-carry-over.ts';
import { approveWindow } from './acts/approve-window.ts';
import { bundleProjects, mergeProjects, splitProject } from './acts/change-structure.ts';
import { checkPlans, exportPlanCheck } from './acts/check-plans.ts';
import { decideCarryOver } from './acts/decide-carry-over.ts';
import { listStructures } from './acts/list-structures.ts';
import { cancelWindow, openWindow } from './acts/open-window.ts';
import { proposePlans } from './acts/propose-plans.ts';
import { exportCarryOver, readCarryOver } from './acts/read-carry-over.ts';
import { listWindows, readWindow } from './acts/read-window.ts';
import { readBasis } from './acts/structure-basis.ts';
import * as contract from './contract.ts';
import './permissions.ts';

export const yearRoutes: readonly Implementation[] = [
  implement(contract.planWindows, (input, city) => listWindows(city, input)),
  implement(contract.openWindow, (input, city) => openWindow(city, input)),
  implement(contract.planWindow, (input, city) => readWindow(city, input)),
  implement(contract.proposePlans, (input, city) => proposePlans(city, input)),
  implement(contract.approveWindow, (input, city) => approveWindow(city, input)),
  implement(contract.cancelWindow, async (input, city) => {
    await cancelWindow(city, input);
    return done;
  }),
  implement(contract.structures, (input, city) => listStructures(city, input)),
  implement(contract.structureBasis, ({ id }, city) => {
    ensureMay(city, 'structure.change', {});
    return readBasis(city, id);
  }),
  implement(contract.splitProject, (input, city) => splitProject(city, input)),
  implement(contract.mergeProjects, (input, city) => mergeProjects(city, input)),
  implement(contract.bundleProjects, (input, city) => bundleProjects(city, input)),
  implement(contract.carryOver, (input, city) => readCarryOver(city, input)),
  implement(contract.decideCarryOver, (input, city) => decideCarryOver(city, input)),
  implement(contract.approveCarryOver, (input, city) => approveCarryOver(city, input)),
  implement(contract.exportCarryOver, (input, city) => exportCarryOver(city, input)),
  implement(contract.checkPlans, (input, city) => checkPlans(city, input)),
  implement(contract.exportPlanCheck, (input, city) => exportPlanCheck(city, input)),
];
