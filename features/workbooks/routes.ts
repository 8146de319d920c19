import { implement } from '#http';
import { addToMonth } from '#kernel/month';
import { monthOf } from '#kernel/plain-date';
import { issueAll, issueWorkbook } from './acts/issue-workbook.ts';
import { officeViews } from './acts/offices.ts';
import * as contract from './contract.ts';
import './permissions.ts';

export const workbooksRoutes = [
  implement(contract.listOffices, async ({ month, by }, city) => {
    // What is asked for now is the month that has ended.
    const asked = { month: month ?? addToMonth(monthOf(city.today), -1), by };
    return { ...asked, offices: await officeViews(city, asked) };
  }),
  implement(contract.issueWorkbook, (input, city) => issueWorkbook(city, input)),
  implement(contract.issueAll, (input, city) => issueAll(city, input)),
];
