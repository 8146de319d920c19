import * as year from '../../../features/year/contract.ts';
import { type Asking, type RouteCase, routeCase } from './case.ts';

const of2023 = { year: 2023 };
const twelve = Array.from({ length: 12 }, () => '100');
const paper = { documentNumber: '三川发〔2023〕9号', documentTitle: '调整通知', documentDay: '2023-06-01' };
const stated = { fromMonth: '2023-06', reason: '分期建设', approver: '市政府常务会议' };
const windowOf = ({ city }: Asking) => ({ id: city.windowId });
const two = ({ side }: Asking) => [side.made.planned.id, side.made.reserve.id];
const part = (name: string) => ({
  ...{ name, totalFen: null, doneBeforeFen: null, planYearFen: null, reportedFen: null },
  monthsFen: Array.from({ length: 12 }, () => null),
});

export const yearCases: readonly RouteCase[] = [
  routeCase(year.planWindows, 'nothing', () => of2023),
  routeCase(year.planWindow, 'city', windowOf),
  routeCase(year.openWindow, 'city', {
    当年没有窗口: () => ({ year: 2024, opensOn: '2024-01-05', closesOn: '2024-01-20', ...paper }),
    已有窗口: () => ({ ...of2023, opensOn: '2023-06-01', closesOn: '2023-06-30', ...paper }),
  }),
  routeCase(year.proposePlans, 'project', {
    申报中: (asking) => ({
      ...windowOf(asking),
      proposals: [
        {
          ...{ projectId: asking.side.made.building.id, planNumber: 1, expectedNumber: 0 },
          ...{ monthsFen: twelve, reason: '工期调整' },
        },
      ],
    }),
  }),
  routeCase(year.approveWindow, 'city', {
    已有申报: (asking) => ({ ...windowOf(asking), ...paper, approver: '市政府', proposals: 2 }),
  }),
  routeCase(year.cancelWindow, 'city', {
    未办结: (asking) => ({ ...windowOf(asking), reason: '改期' }),
  }),
  routeCase(year.carryOver, 'nothing', () => of2023),
  routeCase(year.exportCarryOver, 'nothing', () => of2023),
  routeCase(year.decideCarryOver, 'project', {
    未定: ({ side }) => ({
      ...of2023,
      decisions: [
        { projectId: side.made.building.id, decision: 'continue', reason: '在建', expectedNumber: 0 },
      ],
    }),
  }),
  routeCase(year.approveCarryOver, 'project', {
    十二月未锁定: ({ side }) => ({
      ...of2023,
      decisions: [{ projectId: side.made.building.id, number: 1 }],
    }),
  }),
  routeCase(year.structures, 'nothing', () => of2023),
  routeCase(year.structureBasis, 'project', {
    上月未核定: ({ side }) => ({ id: side.made.building.id }),
  }),
  routeCase(year.splitProject, 'project', {
    上月未核定: ({ side }) => ({
      ...{ id: side.made.building.id, ...stated, parts: [part('甲一期'), part('甲二期')] },
    }),
  }),
  routeCase(year.mergeProjects, 'project', {
    上月未核定: (asking) => ({ projectIds: two(asking), name: '合并项目', ...stated }),
  }),
  routeCase(year.bundleProjects, 'project', {
    由子项目计数: (asking) => ({
      ...{ projectIds: two(asking), name: '打捆项目', counts: 'children', ...stated },
    }),
  }),
  routeCase(year.checkPlans, 'nothing', () => of2023),
  routeCase(year.exportPlanCheck, 'nothing', () => of2023),
];
