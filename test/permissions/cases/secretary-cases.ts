import { projectChain } from '../../../features/chain/contract.ts';
import * as commitments from '../../../features/commitments/contract.ts';
import * as secretaries from '../../../features/secretaries/contract.ts';
import { type Asking, type RouteCase, routeCase } from './case.ts';

const visited = { visitedOn: '2023-06-06', way: 'phone' };

function building({ side }: Asking) {
  return { id: side.made.building.id };
}

export const secretaryCases: readonly RouteCase[] = [
  routeCase(secretaries.myServedProjects, 'nothing', () => ({})),
  routeCase(secretaries.secretaryCoverage, 'nothing', () => ({})),
  routeCase(secretaries.exportSecretaryCoverage, 'nothing', () => ({})),
  routeCase(secretaries.projectVisits, 'project', building),
  routeCase(secretaries.recordVisit, 'project', (asking) => ({ ...building(asking), ...visited })),
  routeCase(secretaries.correctVisit, 'project', (asking) => {
    const { visitId, number } = asking.side.visit;
    const seen = { visitId, expectedNumber: number, withdrawn: false, reason: '日期记错' };
    return { ...building(asking), ...visited, ...seen };
  }),
  routeCase(projectChain, 'project', building),
  routeCase(commitments.listCommitments, 'nothing', () => ({})),
  routeCase(commitments.exportCommitments, 'nothing', () => ({})),
  routeCase(commitments.checkCommitment, 'city', ({ side }) => {
    const { matterId, version } = side.commitment;
    return { id: matterId, version, verdict: 'kept', note: '现场查看' };
  }),
];
