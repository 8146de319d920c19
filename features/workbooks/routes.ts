import { implement } from '#http';
import { issueAll, issueWorkbook } from './acts/issue-workbook.ts';
import { askedOffices } from './acts/offices.ts';
import * as contract from './contract.ts';
import './permissions.ts';

export const workbooksRoutes = [
  implement(contract.listOffices, (asked, city) => askedOffices(city, asked)),
  implement(contract.issueWorkbook, (input, city) => issueWorkbook(city, input)),
  implement(contract.issueAll, (input, city) => issueAll(city, input)),
];
