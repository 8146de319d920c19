import * as reporting from '../../../features/reporting/contract.ts';
import { daysOfMay } from '../support/days-of-may.ts';
import { type Asking, detailCase, type RouteCase, routeCase } from './case.ts';

const month = '2023-05';
const facts = { monthFen: '100', cumFen: '200' };
const noRequest = '01890000-0000-7000-8000-000000000000';

/** The row of the project that is being built: reported by the district and sent back. */
const rowOf =
  (more: Readonly<Record<string, unknown>> = {}) =>
  ({ side }: Asking) => ({
    month,
    rows: [{ projectId: side.made.building.id, expectedVersion: 2, ...more }],
  });

export const reportingCases: readonly RouteCase[] = [
  routeCase(reporting.listPeriods, 'nothing', () => ({})),
  routeCase(reporting.assignPeriod, 'city', () => ({ ...daysOfMay, month: '2023-06' })),
  routeCase(reporting.changeDays, 'nothing', () => ({ ...daysOfMay, version: 1 })),
  routeCase(reporting.periodBoard, 'nothing', () => ({ month })),
  routeCase(reporting.lockPeriod, 'nothing', {
    有未核定的: () => ({ month }),
    已确认: () => ({ month, confirmMissing: true }),
  }),
  routeCase(reporting.publishPeriod, 'nothing', { 未锁定: () => ({ month }) }),
  detailCase(reporting.periodRows, 'reporting.rows', {
    已退回: ({ side }) => ({ month, projectId: side.made.building.id }),
  }),
  routeCase(reporting.rowHistory, 'project', {
    已退回: ({ side }) => ({ month, id: side.made.building.id }),
  }),
  routeCase(reporting.saveDrafts, 'project', { 已退回: rowOf({ facts }) }),
  routeCase(reporting.submitRows, 'project', { 已退回: rowOf({ facts, confirmed: true, note: '已核对' }) }),
  routeCase(reporting.passRows, 'project', { 已退回: rowOf() }),
  routeCase(reporting.returnRows, 'project', { 已退回: rowOf({ reason: '与统计不符' }) }),
  routeCase(reporting.verifyRows, 'project', { 已退回: rowOf() }),
  routeCase(reporting.askAfterLock, 'project', {
    未锁定: ({ side }) => ({ month, id: side.made.building.id, facts, reason: '漏报' }),
  }),
  routeCase(reporting.listRequests, 'nothing', () => ({})),
  routeCase(reporting.approveRequest, 'city', { 没有这件申请: () => ({ id: noRequest }) }),
  routeCase(reporting.rejectRequest, 'city', { 没有这件申请: () => ({ id: noRequest, reason: '依据不足' }) }),
  routeCase(reporting.differencesAfterLock, 'nothing', { 未锁定: () => ({ month }) }),
];
