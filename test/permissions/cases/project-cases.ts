import * as projects from '../../../features/projects/contract.ts';
import { scan } from '../support/fill-attachments.ts';
import { type StageId, stages } from '../support/fill-side.ts';
import { type Asking, detailCase, type RouteCase, routeCase } from './case.ts';

const anyStage = '任何阶段';
const year = 2023;

/** A project of every stage. */
function each(more: (asking: Asking, stage: StageId) => object = () => ({})) {
  return {
    [anyStage]: (asking: Asking) =>
      stages.map((stage) => ({ id: asking.side.made[stage].id, ...more(asking, stage) })),
  };
}

function versionOf({ city, side }: Asking, stage: StageId): number | undefined {
  return city.standing[side.name].versions.get(side.made[stage].id);
}

const next: Readonly<Partial<Record<StageId, StageId>>> = {
  planned: 'reserve',
  reserve: 'signed',
  signed: 'preparation',
  preparation: 'started',
  started: 'building',
  building: 'built',
  built: 'accepted',
  accepted: 'operating',
  paused: 'planned',
};

const evidence = [
  'reserve-record',
  'investment-agreement',
  'project-approval',
  'construction-permit',
  'site-photo',
  'completion-statement',
  'acceptance-record',
  'operation-proof',
].map((kind) => ({ kind, reference: '双江〔2023〕1号' }));

function moves(asking: Asking, from: readonly StageId[]) {
  return from.map((stage) => ({
    ...{ id: asking.side.made[stage].id, version: versionOf(asking, stage), to: next[stage] ?? 'planned' },
    ...{ on: '2023-06-20', evidence },
  }));
}

const moving = Object.keys(next) as StageId[];

const attached = (more: object = {}) =>
  each(({ side }, stage) => ({ attachmentId: side.attachments[stage], ...more }));

const attachmentCases: readonly RouteCase[] = [
  routeCase(projects.listAttachments, 'project', each()),
  routeCase(projects.openAttachment, 'project', attached()),
  routeCase(
    projects.addAttachment,
    'project',
    each(() => ({ caption: '批文', file: scan })),
  ),
  routeCase(projects.removeAttachment, 'project', attached({ reason: '传错' })),
];

export const projectCases: readonly RouteCase[] = [
  ...attachmentCases,
  routeCase(projects.projectChoices, 'nothing', () => ({})),
  routeCase(projects.listProjects, 'nothing', () => ({ year })),
  routeCase(projects.projectTotals, 'nothing', () => ({ year })),
  routeCase(projects.exportProjects, 'nothing', () => ({ year })),
  routeCase(projects.responsibilityGaps, 'nothing', () => ({ year })),
  routeCase(projects.exportGaps, 'nothing', () => ({ year })),
  routeCase(projects.statisticsEntry, 'nothing', () => ({ year })),
  routeCase(projects.readProject, 'project', each()),
  detailCase(projects.readProject, 'project.view-detail', each()),
  routeCase(projects.projectHistory, 'project', each()),
  routeCase(projects.projectLight, 'project', each()),
  detailCase(projects.projectLight, 'project.view-detail', {
    开工: ({ side }) => ({ id: side.made.started.id }),
  }),
  routeCase(projects.createProject, 'project', {
    新建: ({ side }) => ({ name: '又一个新项目', ...side.card }),
  }),
  routeCase(
    projects.editProject,
    'project',
    each((asking, stage) => ({ version: versionOf(asking, stage), detail: { remark: '改一改' } })),
  ),
  routeCase(
    projects.projectPhone,
    'project',
    each(({ side }) => ({ kind: 'service-secretary', name: side.secretaryName })),
  ),
  routeCase(projects.nextStages, 'project', each()),
  routeCase(projects.changeStage, 'project', {
    有后续阶段: (asking) => moves(asking, moving),
    '投产、终止': (asking) => moves(asking, ['operating', 'ended']),
  }),
  routeCase(
    projects.linkProject,
    'project',
    each(({ side }) => ({ otherId: side.made.moving.id, kind: 'related', reason: '同一园区' })),
  ),
  routeCase(
    projects.recordStatistics,
    'project',
    each(() => ({ entered: false, source: '统计局' })),
  ),
];
