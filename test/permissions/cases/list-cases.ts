import * as lists from '../../../features/lists/contract.ts';
import { type RouteCase, routeCase } from './case.ts';

const year = 2023;
const explained = { reason: '市领导要求', approver: '市领导' };

export const listCases: readonly RouteCase[] = [
  routeCase(lists.yearLists, 'nothing', () => ({ year })),
  routeCase(lists.listMismatches, 'nothing', () => ({ year })),
  routeCase(lists.listMembers, 'nothing', () => [
    { list: 'yearly', year },
    { list: 'watch', year },
  ]),
  routeCase(lists.exportList, 'nothing', () => ({ list: 'yearly', year })),
  routeCase(lists.putOnList, 'project', {
    不在清单上: ({ side }) => ({ list: 'watch', year, projectId: side.made.started.id, ...explained }),
    已在清单上: ({ side }) => ({ list: 'watch', year, projectId: side.made.building.id, ...explained }),
  }),
  routeCase(lists.takeOffList, 'project', {
    已在清单上: ({ side }) => ({ list: 'watch', year, projectId: side.made.building.id, ...explained }),
    不在清单上: ({ side }) => ({ list: 'watch', year, projectId: side.made.started.id, ...explained }),
  }),
];
