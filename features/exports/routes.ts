import { type Implementation, implement } from '#http';
import { exportTable } from './acts/export-table.ts';
import * as contract from './contract.ts';

export const exportsRoutes: Implementation[] = [
  implement(contract.exportTable, (input, city) => exportTable(city, input)),
];
