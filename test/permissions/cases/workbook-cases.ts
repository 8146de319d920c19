import * as intake from '../../../features/intake/contract.ts';
import * as workbooks from '../../../features/workbooks/contract.ts';
import { type ReturnState, returnedFile } from '../support/plant-returns.ts';
import { type Asking, type Input, officeAsked, type RouteCase, routeCase } from './case.ts';

const stateNames: Readonly<Record<ReturnState, string>> = {
  read: '待写入',
  written: '已写入',
  undone: '已撤销',
  discarded: '已放弃',
};

const month = '2023-05';

/** The kind of office the asker has to do with. */
function kindOf({ seat }: Asking): workbooks.OfficeKind {
  if (seat.role === 'department') return 'department';
  return seat.role === 'filler' ? 'unit' : 'district';
}

function batchIn(state: ReturnState, more: Input = {}) {
  return ({ city }: Asking): Input => {
    const { batchId, version } = city.returns[state];
    return { batchId, version, ...more };
  };
}

function fileIn(state: ReturnState) {
  return ({ city }: Asking): Input => {
    const { batchId, importId } = city.returns[state];
    return { batchId, importId };
  };
}

/** Every state by itself: what may be done depends on it. */
function eachState(make: (state: ReturnState) => (asking: Asking) => Input) {
  const states = Object.entries(stateNames) as [ReturnState, string][];
  return Object.fromEntries(states.map(([state, name]) => [name, make(state)]));
}

const anyBatch = ({ city }: Asking): Input[] =>
  Object.values(city.returns).map(({ batchId }) => ({ batchId }));
const decision = { acceptGood: true, confirmed: [], stands: [] };
const template = ({ city }: Asking): Input => ({ fileId: city.templateId, month, standing: 'reported' });

export const workbookCases: readonly RouteCase[] = [
  routeCase(workbooks.listOffices, 'nothing', () => ({ month })),
  routeCase(workbooks.issueAll, 'nothing', (asking) => ({ month, by: kindOf(asking) })),
  routeCase(workbooks.issueWorkbook, 'organisation', (asking) => ({
    ...{ month, by: kindOf(asking) },
    office: officeAsked(asking).orgId,
  })),
  routeCase(intake.openReturns, 'nothing', () => ({ month })),
  routeCase(intake.listReturns, 'nothing', () => ({})),
  routeCase(intake.viewReturns, 'city', anyBatch),
  routeCase(intake.returnFindings, 'city', fileIn('read')),
  routeCase(intake.returnMarked, 'city', fileIn('read')),
  routeCase(
    intake.takeReturn,
    'city',
    eachState((state) => ({ city }) => ({
      batchId: city.returns[state].batchId,
      file: returnedFile('又一份'),
    })),
  ),
  routeCase(intake.dropReturn, 'city', { 待写入: fileIn('read'), 已写入: fileIn('written') }),
  routeCase(
    intake.writeReturns,
    'city',
    eachState((state) => batchIn(state, decision)),
  ),
  routeCase(intake.discardReturns, 'city', eachState(batchIn)),
  routeCase(
    intake.undoReturns,
    'city',
    eachState((state) => batchIn(state, { reason: '报错了' })),
  ),
  routeCase(intake.takeTemplate, 'nothing', ({ city }) => ({ file: city.template })),
  routeCase(intake.listTemplates, 'nothing', () => ({})),
  routeCase(intake.viewTemplate, 'city', template),
  routeCase(intake.fillTemplate, 'city', template),
];
