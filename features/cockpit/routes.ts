import { type Implementation, implement } from '#http';
import { keptCockpit } from './acts/kept-cockpit.ts';
import * as contract from './contract.ts';
import './permissions.ts';

export const cockpitRoutes: readonly Implementation[] = [
  implement(contract.cockpit, ({ meeting }, city) => keptCockpit(city, { meeting: meeting ?? false })),
];
