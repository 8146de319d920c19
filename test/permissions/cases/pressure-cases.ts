import * as pressure from '../../../features/pressure/contract.ts';
import type { LetterState } from '../support/plant-letters.ts';
import { type Asking, type Input, type RouteCase, routeCase } from './case.ts';

/** The letter in that state, as its latest edition was seen. */
function inState(state: LetterState, more: Input = {}) {
  return ({ side }: Asking): Input => {
    const { id, edition } = side.pressure.letters[state];
    return { id, version: edition, ...more };
  };
}

/** In its turn, and out of it. */
function inTurn(state: LetterState, more: Input = {}) {
  const other = state === '拟稿' ? '核稿' : '拟稿';
  return { [state]: inState(state, more), [other]: inState(other, more) };
}

const oneIn =
  (state: LetterState) =>
  (asking: Asking): Input => ({ id: asking.side.pressure.letters[state].id });
const seen = { 拟稿: oneIn('拟稿'), 已印发: oneIn('已印发'), 已归档: oneIn('已归档') };
const scan = { name: '盖章件.pdf', bytes: new TextEncoder().encode('%PDF-1.7\n%%EOF\n') };
const proposal = (at: 0 | 1) => (asking: Asking) => asking.side.pressure.proposals[at];

export const pressureCases: readonly RouteCase[] = [
  routeCase(pressure.listProposals, 'city', () => ({ month: '2023-04' })),
  routeCase(pressure.makeProposals, 'city', () => ({})),
  routeCase(pressure.decideProposal, 'city', (asking) => ({
    ...{ id: proposal(1)(asking), decision: 'none', reason: '另有安排' },
  })),
  routeCase(pressure.replayProposal, 'city', (asking) => ({ id: proposal(0)(asking) })),
  routeCase(pressure.viewHistory, 'city', ({ side }) => ({ kind: 'project', id: side.made.building.id })),
  routeCase(pressure.listLetters, 'nothing', () => ({})),
  routeCase(pressure.composeLetter, 'city', ({ side }) => ({
    ...{ form: 'reminder', orgId: side.offices.district.orgId, signs: 'coordinator-head', workingDays: 10 },
    content: '请抓紧办理。',
  })),
  routeCase(pressure.viewLetter, 'organisation', seen),
  routeCase(pressure.saveLetter, 'city', {
    拟稿: (asking) => ({ ...inState('拟稿')(asking), wording: asking.side.pressure.letterWording }),
    核稿: (asking) => ({ ...inState('核稿')(asking), wording: asking.side.pressure.letterWording }),
  }),
  routeCase(pressure.submitLetter, 'city', inTurn('拟稿')),
  routeCase(pressure.returnLetter, 'city', inTurn('核稿', { opinion: '请补充' })),
  routeCase(pressure.checkLetter, 'city', inTurn('核稿', { offices: ['市工业局'] })),
  routeCase(pressure.countersignLetter, 'city', inTurn('会签', { office: '市工业局', signer: '负责人' })),
  routeCase(pressure.signLetter, 'city', inTurn('签发')),
  routeCase(pressure.numberLetter, 'city', inTurn('编号', { documentNumber: '函〔2023〕77号' })),
  routeCase(pressure.sealLetter, 'city', inTurn('用印', { file: scan })),
  // Issuing prints it, which needs typefaces that not every machine has: out of its turn the permission is asked as well.
  routeCase(pressure.issueLetter, 'city', { 拟稿: inState('拟稿', { issuedOn: '2023-06-20' }) }),
  routeCase(pressure.archiveLetter, 'city', inTurn('已印发')),
  routeCase(pressure.letterPdf, 'organisation', { 已印发: oneIn('已印发') }),
  routeCase(pressure.letterDocx, 'organisation', { 已印发: oneIn('已印发') }),
  routeCase(pressure.sealedLetter, 'organisation', { 已印发: oneIn('已印发') }),
];
