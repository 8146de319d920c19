import { done, type Implementation, implement } from '#http';
import { exportStarts, listStarts } from './acts/list-starts.ts';
import { checkStart, projectStart, showStartProof } from './acts/project-start.ts';
import * as contract from './contract.ts';
import './permissions.ts';

export const startsRoutes: readonly Implementation[] = [
  implement(contract.listStarts, (input, city) => listStarts(city, input)),
  implement(contract.exportStarts, (input, city) => exportStarts(city, input)),
  implement(contract.projectStart, ({ id }, city) => projectStart(city, id)),
  implement(contract.checkStart, async (input, city) => {
    await checkStart(city, input);
    return done;
  }),
  implement(contract.showStartProof, async (input, city) => {
    await showStartProof(city, input);
    return done;
  }),
];
