import { type Implementation, implement } from '#http';
import { approve, ask, listRequests, reject } from './acts/after-lock.ts';
import { assignPeriod, changeDays, listPeriods } from './acts/assign-period.ts';
import { differencesAfterLock } from './acts/differences.ts';
import { saveDrafts, submitRows } from './acts/fill-rows.ts';
import { lockPeriod, publishPeriod } from './acts/lock-period.ts';
import { periodBoard } from './acts/period-board.ts';
import { readRows, rowHistory } from './acts/read-rows.ts';
import { passRows, returnRows, verifyRows } from './acts/review-rows.ts';
import * as contract from './contract.ts';
import './permissions.ts';
import './refusals.ts';

export const reportingRoutes: Implementation[] = [
  implement(contract.listPeriods, (_input, city) => listPeriods(city)),
  implement(contract.assignPeriod, (input, city) => assignPeriod(city, input)),
  implement(contract.changeDays, (input, city) => changeDays(city, input)),
  implement(contract.periodBoard, (input, city) => periodBoard(city, input)),
  implement(contract.lockPeriod, (input, city) => lockPeriod(city, input)),
  implement(contract.publishPeriod, ({ month }, city) => publishPeriod(city, month)),
  implement(contract.periodRows, (input, city) => readRows(city, input)),
  implement(contract.rowHistory, (input, city) => rowHistory(city, input)),
  implement(contract.saveDrafts, (input, city) => saveDrafts(city, input)),
  implement(contract.submitRows, (input, city) => submitRows(city, input)),
  implement(contract.passRows, (input, city) => passRows(city, input)),
  implement(contract.returnRows, (input, city) => returnRows(city, input)),
  implement(contract.verifyRows, (input, city) => verifyRows(city, input)),
  implement(contract.askAfterLock, (input, city) => ask(city, input)),
  implement(contract.listRequests, (input, city) => listRequests(city, input)),
  implement(contract.approveRequest, (input, city) => approve(city, input)),
  implement(contract.rejectRequest, (input, city) => reject(city, input)),
  implement(contract.differencesAfterLock, ({ month }, city) => differencesAfterLock(city, month)),
];
