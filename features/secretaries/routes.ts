import { type Implementation, implement } from '#http';
import { secretaryCoverage } from './acts/coverage.ts';
import { exportCoverage } from './acts/export-coverage.ts';
import { myServedProjects } from './acts/my-projects.ts';
import { projectVisits } from './acts/project-visits.ts';
import { correctVisit, recordVisit } from './acts/record-visit.ts';
import * as contract from './contract.ts';
import './permissions.ts';

export const secretariesRoutes: readonly Implementation[] = [
  implement(contract.myServedProjects, (_input, city) => myServedProjects(city)),
  implement(contract.secretaryCoverage, (input, city) => secretaryCoverage(city, input)),
  implement(contract.exportSecretaryCoverage, (input, city) => exportCoverage(city, input)),
  implement(contract.projectVisits, ({ id }, city) => projectVisits(city, id)),
  implement(contract.recordVisit, (input, city) => recordVisit(city, input)),
  implement(contract.correctVisit, (input, city) => correctVisit(city, input)),
];
