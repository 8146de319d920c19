import { type Implementation, implement } from '#http';
import { readDesk } from './acts/read-desk.ts';
import * as contract from './contract.ts';

export const deskRoutes: Implementation[] = [implement(contract.desk, (_input, city) => readDesk(city))];
