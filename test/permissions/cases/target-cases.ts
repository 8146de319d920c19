import * as milestones from '../../../features/milestones/contract.ts';
import * as starts from '../../../features/starts/contract.ts';
import * as targets from '../../../features/targets/contract.ts';
import { stages } from '../support/fill-side.ts';
import { type Asking, type Input, officeAsked, type RouteCase, routeCase } from './case.ts';

const year = 2023;
const month = '2023-05';
const about = { year, indicator: 'own' };

const bytesOf = (text: string) => new TextEncoder().encode(text);

/** A project of every stage. */
function each(more: Input = {}) {
  return {
    任何阶段: ({ side }: Asking) => stages.map((stage) => ({ id: side.made[stage].id, ...more })),
  };
}

/** The line of the asker's own office: what the city gave it for the year, broken down to months. */
function ownLine(asking: Asking) {
  const kind = asking.seat.role === 'department' ? 'department' : 'district';
  return { kind, party: officeAsked(asking).orgId };
}

const evenly = Array.from({ length: 12 }, (_, at) => (at < 10 ? '1' : '0'));
const approved = { reason: '分解到月', approver: '常务会议' };
const source = { source: '统计月报第5期', statedOn: '2023-06-15' };
const line = { base: null, months: null };

const wholeCity: RouteCase = {
  ...routeCase(targets.saveTargets, 'city', {
    全市目标: () => ({
      ...{ ...about, ...approved },
      lines: [{ ...line, kind: 'city', party: 'city', expectedNumber: 1, value: '30' }],
    }),
  }),
  action: 'target.set',
};

export const targetCases: readonly RouteCase[] = [
  routeCase(starts.listStarts, 'nothing', () => ({ year })),
  routeCase(starts.exportStarts, 'nothing', () => ({ year })),
  routeCase(starts.projectStart, 'project', each()),
  routeCase(
    starts.checkStart,
    'project',
    each({ outcome: 'confirmed', seenOn: '2023-06-10', seenBy: '王核' }),
  ),
  routeCase(starts.showStartProof, 'project', each({ kind: 'construction-permit', reference: '施许18号' })),
  routeCase(milestones.listMilestones, 'nothing', () => ({})),
  routeCase(milestones.exportMilestones, 'nothing', () => ({})),
  routeCase(milestones.projectMilestones, 'project', each()),
  routeCase(
    milestones.saveMilestones,
    'project',
    each({
      lines: [{ id: 'drawings', expectedNumber: 0, planned: '2023-09', doneOn: null, notNeeded: false }],
    }),
  ),
  routeCase(targets.targetChoices, 'nothing', () => ({})),
  routeCase(targets.readTargets, 'nothing', () => about),
  routeCase(targets.targetHistory, 'nothing', () => about),
  routeCase(targets.unreconciledTargets, 'nothing', () => ({ year })),
  routeCase(targets.achievement, 'nothing', () => ({ month })),
  routeCase(targets.exportTargets, 'nothing', () => ({ month })),
  wholeCity,
  routeCase(targets.saveTargets, 'organisation', {
    本单位各月: (asking) => ({
      ...{ ...about, ...approved },
      lines: [{ ...ownLine(asking), expectedNumber: 1, value: '10', base: null, months: evenly }],
    }),
  }),
  routeCase(targets.recordOwnFigure, 'organisation', (asking) => ({
    ...{ ...ownLine(asking), ...source, indicator: 'own', month, value: '4' },
  })),
  routeCase(targets.compareFigures, 'nothing', () => ({ month })),
  routeCase(targets.readRoster, 'nothing', () => ({ year })),
  routeCase(targets.readTotalsFile, 'city', () => ({
    file: { name: '统计数.csv', bytes: bytesOf('地区,月份,指标,累计数\n全市,2023-05,完成投资,1') },
  })),
  routeCase(targets.recordTotals, 'city', () => ({
    ...source,
    rows: [{ indicator: 'investment', kind: 'city', party: 'city', month: '2023-04', value: '7' }],
  })),
  routeCase(targets.readRosterFile, 'city', () => ({
    file: { name: '名册.csv', bytes: bytesOf('项目,入统日期\n东江built项目,2023-05-20') },
  })),
  routeCase(targets.recordRoster, 'city', ({ city }) => ({
    ...source,
    rows: [{ projectId: city.sides.east.made.started.id, enteredOn: '2023-05-20' }],
  })),
];
