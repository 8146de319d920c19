import * as lists from '../../../features/lists/contract.ts';
import * as organisations from '../../../features/organisations/contract.ts';
import * as projects from '../../../features/projects/contract.ts';
import type { RouteDeclaration } from '../../../packages/http/route.ts';
import type { Asking, Input } from '../cases/case.ts';
import { marksOf } from './marks.ts';

type Probe = {
  readonly what: string;
  readonly route: RouteDeclaration;
  readonly input: (asking: Asking) => Input;
};

const year = 2023;

/** Questions that name a neighbour's details or objects where one's own are expected. */
export const probes: readonly Probe[] = [
  ...(['建设内容', '项目单位', '备注'] as const).map(
    (about): Probe => ({
      what: `search by a neighbour's ${about}`,
      route: projects.listProjects,
      input: ({ side }) => ({ text: marksOf(side.name).word(about) }),
    }),
  ),
  {
    what: "the neighbour's projects by their money",
    route: projects.listProjects,
    input: ({ side }) => ({ district: side.offices.district.orgId, year, sort: 'total', descending: true }),
  },
  {
    what: "totals of the neighbour's projects",
    route: projects.projectTotals,
    input: ({ side }) => ({ district: side.offices.district.orgId, year }),
  },
  {
    what: "an export of the neighbour's projects",
    route: projects.exportProjects,
    input: ({ side }) => ({ holder: side.offices.works.orgId, year }),
  },
  {
    what: "the neighbour's statistics",
    route: projects.statisticsEntry,
    input: ({ side }) => ({ year, projectId: side.made.moving.id }),
  },
  {
    what: 'an exported list',
    route: lists.exportList,
    input: () => ({ list: 'watch', year }),
  },
  {
    what: "the neighbour's people by name",
    route: organisations.findPeople,
    input: ({ side }) => ({ text: side.secretaryName }),
  },
  {
    what: 'a card that looks like a neighbour’s',
    route: projects.createProject,
    input: ({ side, other }) => ({
      name: `${side.name === 'east' ? '东江' : '西江'}building项目`,
      ...other.card,
    }),
  },
  {
    what: 'a neighbour’s card linked to one’s own',
    route: projects.linkProject,
    input: ({ side, other }) => ({
      ...{ id: side.made.planned.id, otherId: other.made.planned.id, kind: 'related', reason: '相邻' },
    }),
  },
  {
    what: 'one’s own card in a neighbour’s district',
    route: projects.createProject,
    input: ({ side, other }) => ({
      ...{ name: '两区共建', ...other.card },
      districts: [side.offices.district.orgId],
    }),
  },
];
