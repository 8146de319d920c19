import { type Implementation, implement } from '#http';
import { readCockpit } from './acts/read-cockpit.ts';
import * as contract from './contract.ts';
import './permissions.ts';

export const cockpitRoutes: readonly Implementation[] = [
  implement(contract.cockpit, ({ meeting }, city) => readCockpit(city, { meeting: meeting ?? false })),
];
