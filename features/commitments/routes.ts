import { type Implementation, implement } from '#http';
import { checkCommitment } from './acts/check-commitment.ts';
import { exportCommitments } from './acts/export-commitments.ts';
import { listCommitments } from './acts/list-commitments.ts';
import * as contract from './contract.ts';
import './permissions.ts';

export const commitmentsRoutes: readonly Implementation[] = [
  implement(contract.listCommitments, (input, city) => listCommitments(city, input)),
  implement(contract.exportCommitments, (input, city) => exportCommitments(city, input)),
  implement(contract.checkCommitment, (input, city) => checkCommitment(city, input)),
];
