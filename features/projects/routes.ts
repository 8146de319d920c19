import { done, implement } from '#http';
import { attach, detach, listAttachments, openAttachment } from './acts/attach.ts';
import { createProject } from './acts/create-project.ts';
import { editProject } from './acts/edit-project.ts';
import { exportProjects } from './acts/export-projects.ts';
import { linkProject } from './acts/link-project.ts';
import { exportGaps, listGaps } from './acts/list-gaps.ts';
import { listProjects } from './acts/list-projects.ts';
import { listStatistics } from './acts/list-statistics.ts';
import { moveStage } from './acts/move-stage.ts';
import { nextStages } from './acts/next-stages.ts';
import { projectChoices } from './acts/project-choices.ts';
import { projectLight } from './acts/project-light.ts';
import { projectTotals } from './acts/project-totals.ts';
import { readHistory } from './acts/read-history.ts';
import { readProject } from './acts/read-project.ts';
import { recordStatistics } from './acts/record-statistics.ts';
import { revealPhone } from './acts/reveal-phone.ts';
import * as contract from './contract.ts';
import './permissions.ts';

const listRoutes = [
  implement(contract.projectChoices, (_input, city) => projectChoices(city)),
  implement(contract.listProjects, (input, city) => listProjects(city, input)),
  implement(contract.projectTotals, (input, city) => projectTotals(city, input)),
  implement(contract.exportProjects, (input, city) => exportProjects(city, input)),
  implement(contract.responsibilityGaps, (input, city) => listGaps(city, input)),
  implement(contract.exportGaps, (input, city) => exportGaps(city, input)),
  implement(contract.statisticsEntry, (input, city) => listStatistics(city, input)),
];

const cardRoutes = [
  implement(contract.readProject, ({ id }, city) => readProject(city, id)),
  implement(contract.createProject, (input, city) => createProject(city, input)),
  implement(contract.editProject, (input, city) => editProject(city, input)),
  implement(contract.projectPhone, async (input, city) => ({ phone: await revealPhone(city, input) })),
  implement(contract.projectHistory, ({ id }, city) => readHistory(city, id)),
  implement(contract.projectLight, ({ id, asOf }, city) => projectLight(city, id, asOf)),
];

const stageRoutes = [
  implement(contract.nextStages, ({ id }, city) => nextStages(city, id)),
  implement(contract.changeStage, (input, city) => moveStage(city, input)),
  implement(contract.linkProject, async (input, city) => {
    await linkProject(city, input);
    return done;
  }),
  implement(contract.recordStatistics, async (input, city) => ({
    recorded: await recordStatistics(city, input),
  })),
];

const attachmentRoutes = [
  implement(contract.listAttachments, ({ id }, city) => listAttachments(city, id)),
  implement(contract.addAttachment, (input, city) => attach(city, input)),
  implement(contract.openAttachment, (input, city) => openAttachment(city, input)),
  implement(contract.removeAttachment, async (input, city) => {
    await detach(city, input);
    return done;
  }),
];

export const projectsRoutes = [...listRoutes, ...cardRoutes, ...stageRoutes, ...attachmentRoutes];
