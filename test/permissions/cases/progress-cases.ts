import * as progress from '../../../features/progress/contract.ts';
import { stages } from '../support/fill-side.ts';
import { type Asking, detailCase, type RouteCase, routeCase } from './case.ts';

const figures = { monthFen: '100', cumFen: '200' };
const twelve = Array.from({ length: 12 }, () => '100');
const plan = { year: 2023, monthsFen: twelve, totalFen: '1200', reason: '工期调整', approver: '市领导' };

const anyProject = {
  任何阶段: ({ side }: Asking) => stages.map((stage) => ({ id: side.made[stage].id, year: 2023 })),
};

function evaluationOf({ city, side }: Asking) {
  return { id: city.standing[side.name].evaluationId };
}

export const progressCases: readonly RouteCase[] = [
  routeCase(progress.projectMonths, 'project', anyProject),
  detailCase(progress.projectMonths, 'project.view-detail', anyProject),
  routeCase(progress.checkReport, 'project', ({ side }) => ({ id: side.made.building.id, month: '2023-06' })),
  routeCase(progress.saveReport, 'project', {
    应报未报: ({ side }) => ({ id: side.made.building.id, month: '2023-06', expectedNumber: 0, ...figures }),
    已报: ({ side }) => ({
      ...{ id: side.made.started.id, month: '2023-05', expectedNumber: 1 },
      ...{ correctionReason: '漏填', ...figures },
    }),
    不报月报: ({ side }) =>
      (['built', 'paused', 'ended'] as const).map((stage) => ({
        ...{ id: side.made[stage].id, month: '2023-06', expectedNumber: 0, ...figures },
      })),
  }),
  routeCase(progress.verifyReport, 'project', {
    已报: ({ side }) => ({ id: side.made.building.id, month: '2023-05', reportNumber: 1, expectedNumber: 0 }),
    应报未报: ({ side }) => ({
      id: side.made.building.id,
      month: '2023-06',
      reportNumber: 1,
      expectedNumber: 0,
    }),
  }),
  routeCase(progress.returnReport, 'project', {
    待区县审核: ({ side }) => ({
      id: side.made.started.id,
      month: '2023-06',
      reportNumber: 1,
      reason: '与统计不符',
    }),
    应报未报: ({ side }) => ({
      id: side.made.building.id,
      month: '2023-06',
      reportNumber: 1,
      reason: '与统计不符',
    }),
  }),
  routeCase(progress.savePlan, 'project', {
    尚无计划: ({ side }) => ({ id: side.made.planned.id, expectedNumber: 0, ...plan }),
    已有计划: ({ side }) => ({ id: side.made.started.id, expectedNumber: 2, ...plan }),
  }),
  routeCase(progress.lightsBoard, 'nothing', () => ({})),
  routeCase(progress.evaluateLights, 'nothing', () => ({})),
  routeCase(progress.why, 'project', { 已评价: evaluationOf }),
  routeCase(progress.replay, 'project', { 已评价: evaluationOf }),
  routeCase(progress.ruleSets, 'nothing', () => ({})),
];
