import * as bulletins from '../../../features/bulletins/contract.ts';
import type { BulletinState } from '../support/plant-bulletins.ts';
import { type Asking, type Input, type RouteCase, routeCase } from './case.ts';

/** The bulletin in that state, as its latest edition was seen. */
function inState(state: BulletinState, more: Input = {}) {
  return ({ city }: Asking): Input => {
    const { id, edition } = city.bulletins[state];
    return { id, version: edition, ...more };
  };
}

/** In its turn, and out of it. */
function inTurn(state: BulletinState, more: Input = {}) {
  const other = state === '拟稿' ? '核稿' : '拟稿';
  return { [state]: inState(state, more), [other]: inState(other, more) };
}

function oneIn(state: BulletinState, more: Input = {}) {
  return ({ city }: Asking): Input => ({ id: city.bulletins[state].id, ...more });
}

const scan = { name: '盖章件.pdf', bytes: new TextEncoder().encode('%PDF-1.7\n%%EOF\n') };
const seen = { 拟稿: oneIn('拟稿'), 已印发: oneIn('已印发'), 已归档: oneIn('已归档') };
const rows = { kind: 'all' };

export const bulletinCases: readonly RouteCase[] = [
  routeCase(bulletins.listBulletins, 'nothing', () => ({})),
  routeCase(bulletins.composeBulletin, 'city', () => ({ month: '2023-05' })),
  routeCase(bulletins.viewBulletin, 'city', seen),
  routeCase(bulletins.bulletinRows, 'city', { 拟稿: oneIn('拟稿', rows), 已印发: oneIn('已印发', rows) }),
  routeCase(bulletins.saveWording, 'city', {
    拟稿: (asking) => ({ ...inState('拟稿')(asking), wording: asking.city.wording }),
    核稿: (asking) => ({ ...inState('核稿')(asking), wording: asking.city.wording }),
  }),
  routeCase(bulletins.submitBulletin, 'city', inTurn('拟稿')),
  routeCase(bulletins.returnBulletin, 'city', inTurn('核稿', { opinion: '请补充' })),
  routeCase(bulletins.checkBulletin, 'city', inTurn('核稿', { offices: ['市工业局'] })),
  routeCase(bulletins.countersignBulletin, 'city', inTurn('会签', { office: '市工业局', signer: '负责人' })),
  routeCase(bulletins.signBulletin, 'city', inTurn('签发')),
  routeCase(bulletins.numberBulletin, 'city', inTurn('编号', { issue: 7 })),
  routeCase(bulletins.sealBulletin, 'city', inTurn('用印', { file: scan })),
  // Issuing prints it, which needs typefaces that not every machine has: out of its turn the permission is asked as well.
  routeCase(bulletins.issueBulletin, 'city', { 拟稿: inState('拟稿', { issuedOn: '2023-06-20' }) }),
  routeCase(bulletins.archiveBulletin, 'city', inTurn('已印发')),
  routeCase(
    bulletins.releaseBulletin,
    'city',
    inTurn('已印发', { opinion: '不涉密', reviewer: '保密员', reviewedOn: '2023-06-20' }),
  ),
  routeCase(bulletins.bulletinPdf, 'city', { 已印发: oneIn('已印发') }),
  routeCase(bulletins.bulletinDocx, 'city', { 已印发: oneIn('已印发') }),
  routeCase(bulletins.archiveCopy, 'city', { 已归档: oneIn('已归档') }),
  routeCase(bulletins.publicBulletins, 'nothing', () => ({})),
  routeCase(bulletins.publicBulletinPdf, 'city', { 已归档: oneIn('已归档') }),
  routeCase(bulletins.sealedCopy, 'city', { 已印发: oneIn('已印发') }),
];
