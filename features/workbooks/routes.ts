import { implement } from '#http';
import { issueAll, issueWorkbook } from './acts/issue-workbook.ts';
import { officeViews } from './acts/offices.ts';
import * as contract from './contract.ts';
import './permissions.ts';

export const workbooksRoutes = [
  implement(contract.listOffices, async ({ month, by }, city) => ({
    ...{ month, by },
    offices: await officeViews(city, { month, by }),
  })),
  implement(contract.issueWorkbook, (input, city) => issueWorkbook(city, input)),
  implement(contract.issueAll, (input, city) => issueAll(city, input)),
];
