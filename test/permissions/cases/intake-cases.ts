import * as intake from '../../../features/intake/contract.ts';
import type { FilledCity } from '../support/fill-city.ts';
import { listWorkbook } from '../support/workbook.ts';
import { type Asking, type Input, type RouteCase, routeCase } from './case.ts';

type State = keyof FilledCity['imports'];
const stateNames: Readonly<Record<State, string>> = {
  read: '待写入',
  written: '已写入',
  discarded: '已放弃',
  undone: '已撤销',
};

function oneIn(state: State, more: Input = {}) {
  return ({ city }: Asking) => {
    const { importId, version } = city.imports[state];
    return { importId, version, ...more };
  };
}

/** Every state by itself: what may be done depends on it. */
function eachState(more: Input = {}) {
  return Object.fromEntries(
    (Object.keys(stateNames) as State[]).map((state) => [stateNames[state], oneIn(state, more)]),
  );
}

const oneImport =
  (state: State) =>
  ({ city }: Asking) => ({ importId: city.imports[state].importId });
const anyImport = ({ city }: Asking) => Object.values(city.imports).map(({ importId }) => ({ importId }));

export const intakeCases: readonly RouteCase[] = [
  routeCase(intake.takeWorkbook, 'city', () => listWorkbook('又一份')),
  routeCase(intake.listImports, 'city', () => ({})),
  routeCase(intake.viewImport, 'city', anyImport),
  // Each copy is made in a thread of its own, which takes its time.
  routeCase(intake.markedCopy, 'city', { 已写入: oneImport('written'), 待写入: oneImport('read') }),
  routeCase(intake.correctMapping, 'city', eachState({ columns: [{ header: '建设内容', field: null }] })),
  routeCase(intake.confirmImport, 'city', eachState({ acceptGood: true, acceptSimilar: [] })),
  routeCase(intake.discardImport, 'city', eachState()),
  routeCase(intake.undoImport, 'city', eachState({ reason: '报错了' })),
];
