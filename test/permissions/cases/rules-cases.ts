import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as vocabulary from '../../../features/intake/contract/vocabulary.ts';
import * as organisations from '../../../features/organisations/contract.ts';
import * as rules from '../../../features/rules/contract.ts';
import { today } from '../support/open-program.ts';
import { type Asking, type Input, type RouteCase, routeCase } from './case.ts';

const lights = readFileSync(join(import.meta.dirname, '../../../packs/china/lights.yaml'), 'utf8');
const about = { effectiveFrom: today, reason: '从严', basis: '平台默认值' };
const wanted: Readonly<Record<'业务规则' | '角色权限', Input>> = {
  业务规则: { file: 'lights.yaml', content: lights },
  角色权限: { file: 'roles.yaml', value: { off: [] } },
};

type Kind = keyof typeof wanted;

/** The change of either kind that waits. */
function each(more: (kind: Kind) => Input = () => ({})) {
  const one =
    (kind: Kind) =>
    ({ city }: Asking): Input => ({ id: city.overlays[kind], ...more(kind) });
  return { 业务规则: one('业务规则'), 角色权限: one('角色权限') };
}

function ofEach(more: Input = {}) {
  const one = (kind: Kind) => () => ({ ...wanted[kind], ...more });
  return { 业务规则: one('业务规则'), 角色权限: one('角色权限') };
}

function contentOf(kind: Kind): Input {
  const { file: _, ...rest } = wanted[kind];
  return rest;
}

export const rulesCases: readonly RouteCase[] = [
  routeCase(rules.listRules, 'nothing', () => ({})),
  routeCase(rules.readRuleFile, 'city', () => ({ file: 'lists.yaml' })),
  routeCase(rules.checkOverlay, 'city', ofEach()),
  routeCase(rules.proposeOverlay, 'city', ofEach(about)),
  routeCase(rules.viewOverlay, 'city', each()),
  routeCase(
    rules.reviseOverlay,
    'city',
    each((kind) => ({ version: 1, ...contentOf(kind), ...about })),
  ),
  routeCase(
    rules.approveOverlay,
    'city',
    each(() => ({ version: 1 })),
  ),
  routeCase(
    rules.withdrawOverlay,
    'city',
    each(() => ({ version: 1, reason: '不再需要' })),
  ),
  routeCase(rules.readLightRules, 'nothing', () => ({})),
  routeCase(rules.tryLightRules, 'nothing', () => ({ content: lights })),
  routeCase(rules.readRoleRules, 'nothing', () => ({})),
  routeCase(vocabulary.readVocabulary, 'nothing', () => ({})),
  routeCase(vocabulary.tryVocabulary, 'nothing', () => ({
    value: {},
    kind: 'projects',
    headers: '项目名称',
  })),
  routeCase(organisations.readDifference, 'nothing', () => ({})),
  routeCase(organisations.settleDifference, 'city', () => ({ lines: [], add: [] })),
];
