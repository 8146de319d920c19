import { nameActions } from '#access';
import { done, implement } from '#http';
import { readLightRules, tryLightRules } from './acts/light-rules.ts';
import { listRules } from './acts/list-rules.ts';
import { checkOverlay, proposeOverlay, reviseOverlay } from './acts/propose-overlay.ts';
import { readRuleFile } from './acts/read-rule-file.ts';
import { readRoleRules } from './acts/role-rules.ts';
import { approveOverlay, withdrawOverlay } from './acts/settle-overlay.ts';
import { viewOverlay } from './acts/view-overlay.ts';
import * as contract from './contract.ts';
import './permissions.ts';

/** Acts that no permission names, as the list of audit rows shows them. */
nameActions({ 'overlay.withdraw': '作废、撤下规则和市包的改动' });

export const rulesRoutes = [
  implement(contract.listRules, (_input, city) => listRules(city)),
  implement(contract.readRuleFile, ({ file }, city) => readRuleFile(city, file)),
  implement(contract.checkOverlay, (input, city) => checkOverlay(city, input)),
  implement(contract.proposeOverlay, async (input, city) => ({
    overlayId: await proposeOverlay(city, input),
  })),
  implement(contract.reviseOverlay, async (input, city) => ({ version: await reviseOverlay(city, input) })),
  implement(contract.viewOverlay, ({ id }, city) => viewOverlay(city, id)),
  implement(contract.approveOverlay, async (input, city) => {
    await approveOverlay(city, input);
    return done;
  }),
  implement(contract.withdrawOverlay, async (input, city) => {
    await withdrawOverlay(city, input);
    return done;
  }),
  implement(contract.readLightRules, (_input, city) => readLightRules(city)),
  implement(contract.tryLightRules, (input, city) => tryLightRules(city, input)),
  implement(contract.readRoleRules, (_input, city) => readRoleRules(city)),
];
