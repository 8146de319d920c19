import * as matters from '../../../features/matters/contract.ts';
import { scan } from '../support/fill-attachments.ts';
import { type Asking, type RouteCase, routeCase } from './case.ts';

type Held = Exclude<keyof Asking['side']['matters'], 'fileId' | 'drafted' | 'forwarded'>;

/** A matter of the side. */
function the(name: Held, more: (asking: Asking) => object = () => ({})) {
  return (asking: Asking) => ({ id: asking.side.matters[name].matterId, ...more(asking) });
}

/** With the version it has. */
function of(name: Held, more: (asking: Asking) => object) {
  return the(name, (asking) => ({ version: asking.side.matters[name].version, ...more(asking) }));
}

const reason = '工作需要';
const span = { from: '2023-01-01', to: '2023-12-31' };
const period = { from: '2022-02-07', to: '2022-02-08' };

const reading: readonly RouteCase[] = [
  routeCase(matters.matterKinds, 'nothing', () => ({})),
  routeCase(matters.listMatters, 'nothing', () => ({})),
  routeCase(matters.exportMatters, 'nothing', () => ({})),
  routeCase(matters.matterBoard, 'nothing', () => ({ whole: true })),
  routeCase(matters.proposedProblems, 'nothing', () => ({ month: '2023-05' })),
  routeCase(matters.matterStatistics, 'nothing', () => ({ ...span, by: 'unit' })),
  routeCase(matters.matterStatisticsRows, 'nothing', () => ({ ...span, measure: 'opened' })),
  routeCase(matters.matterPage, 'project', the('handling')),
  routeCase(matters.matterClocks, 'project', the('handling')),
  routeCase(
    matters.openMatterFile,
    'project',
    the('handling', ({ side }) => ({ fileId: side.matters.fileId })),
  ),
  routeCase(
    matters.revealField,
    'project',
    the('personal', () => ({ field: 'phone', reason })),
  ),
];

const acting: readonly RouteCase[] = [
  routeCase(matters.openMatter, 'project', ({ side }) => ({
    ...{ kind: 'problem', title: '又一个问题', projectId: side.made.building.id },
    given: { content: '供电没有落实', cause: 'energy' },
  })),
  routeCase(matters.sendMatterFile, 'nothing', () => ({ file: scan })),
  routeCase(matters.actOnMatter, 'project', {
    '待受理，交办': of('raised', ({ side }) => ({
      ...{ action: 'assign', given: {}, lead: side.offices.department.orgId },
    })),
    '待受理，受理': of('raised', () => ({ action: 'accept', given: {} })),
    '待受理，撤回': of('raised', () => ({ action: 'withdraw', given: { reason } })),
  }),
  routeCase(
    matters.pauseMatter,
    'project',
    of('handling', () => ({ clock: 'handle', pause: 'litigation', reason, plannedDays: 30 })),
  ),
  routeCase(
    matters.resumeMatter,
    'project',
    of('paused', () => ({ clock: 'handle', reason })),
  ),
  routeCase(
    matters.handOverMatter,
    'project',
    of('handling', ({ city }) => ({ lead: city.planningId, reason })),
  ),
  routeCase(
    matters.setMatterSupport,
    'project',
    of('handling', ({ city }) => ({ support: [city.planningId], reason })),
  ),
  routeCase(
    matters.setMatterLevel,
    'project',
    of('handling', () => ({ level: 'coordinator', reason })),
  ),
  routeCase(
    matters.splitMatter,
    'project',
    of('handling', () => ({ parts: [{ title: '其一', content: '先办这一半' }] })),
  ),
  routeCase(
    matters.mergeMatter,
    'project',
    of('handling', ({ side }) => ({ into: side.matters.other.matterId, reason })),
  ),
  routeCase(
    matters.remarkOnMatter,
    'project',
    the('handling', () => ({ text: '请抓紧', inner: false })),
  ),
  routeCase(
    matters.attachToMatter,
    'project',
    the('handling', () => ({ inner: false, file: scan })),
  ),
  routeCase(
    matters.linkMatter,
    'project',
    of('handling', ({ side }) => ({ to: side.matters.raised.matterId, link: 'caused-by' })),
  ),
];

const deciding: readonly RouteCase[] = [
  routeCase(matters.listLeaderRequests, 'nothing', () => ({})),
  routeCase(matters.waitingDecisions, 'nothing', () => ({})),
  routeCase(matters.decideLeaderRequest, 'city', ({ side }) => {
    const { requestId, version } = side.matters.drafted;
    return { requestId, version, forward: true };
  }),
  routeCase(matters.answerLeaderRequest, 'city', ({ side }) => {
    const { requestId, version } = side.matters.forwarded;
    return { requestId, version, text: '同意', leader: '张市长' };
  }),
  routeCase(matters.listExcludedPeriods, 'nothing', () => ({})),
  routeCase(matters.previewExcludedPeriod, 'city', () => period),
  routeCase(matters.declareExcludedPeriod, 'city', () => ({
    ...period,
    document: '双江〔2022〕2号',
    reason,
  })),
];

export const matterCases: readonly RouteCase[] = [...reading, ...acting, ...deciding];
