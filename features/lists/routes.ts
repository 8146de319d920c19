import { done, implement } from '#http';
import { putOnList, takeOffList } from './acts/change-membership.ts';
import { exportList } from './acts/export-list.ts';
import { listMembers, listMismatches } from './acts/list-members.ts';
import { yearLists } from './acts/year-lists.ts';
import * as contract from './contract.ts';
import './permissions.ts';

export const listsRoutes = [
  implement(contract.yearLists, (input, city) => yearLists(city, input)),
  implement(contract.listMismatches, (input, city) => listMismatches(city, input)),
  implement(contract.listMembers, (input, city) => listMembers(city, input)),
  implement(contract.exportList, (input, city) => exportList(city, input)),
  implement(contract.putOnList, async (input, city) => {
    await putOnList(city, input);
    return done;
  }),
  implement(contract.takeOffList, async (input, city) => {
    await takeOffList(city, input);
    return done;
  }),
];
