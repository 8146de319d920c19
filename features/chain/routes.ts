import { type Implementation, implement } from '#http';
import { readChain } from './acts/read-chain.ts';
import * as contract from './contract.ts';

/** Whoever sees the project sees its chain: the permission is that of the project's page. */
export const chainRoutes: readonly Implementation[] = [
  implement(contract.projectChain, ({ id }, city) => readChain(city, id)),
];
