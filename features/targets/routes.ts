import { done, type Implementation, implement } from '#http';
import { achievement, recordOwnFigure } from './acts/achievement.ts';
import { compareFigures, readTotals, recordTotals } from './acts/comparison.ts';
import { exportTargets } from './acts/export-targets.ts';
import { readTargets, targetChoices, targetHistory, unreconciledTargets } from './acts/read-targets.ts';
import { readRoster, readRosterTable, recordRoster } from './acts/roster.ts';
import { saveTargets } from './acts/save-targets.ts';
import * as contract from './contract.ts';
import './permissions.ts';

export const targetsRoutes: readonly Implementation[] = [
  implement(contract.targetChoices, (_input, city) => targetChoices(city)),
  implement(contract.readTargets, (input, city) => readTargets(city, input)),
  implement(contract.targetHistory, (input, city) => targetHistory(city, input)),
  implement(contract.saveTargets, (input, city) => saveTargets(city, input)),
  implement(contract.unreconciledTargets, ({ year }, city) => unreconciledTargets(city, year)),
  implement(contract.achievement, ({ month }, city) => achievement(city, month)),
  implement(contract.recordOwnFigure, async (input, city) => {
    await recordOwnFigure(city, input);
    return done;
  }),
  implement(contract.exportTargets, ({ month }, city) => exportTargets(city, month)),
  implement(contract.compareFigures, ({ month }, city) => compareFigures(city, month)),
  implement(contract.readTotalsFile, ({ file }, city) => readTotals(city, file)),
  implement(contract.recordTotals, (input, city) => recordTotals(city, input)),
  implement(contract.readRoster, (input, city) => readRoster(city, input)),
  implement(contract.readRosterFile, ({ file }, city) => readRosterTable(city, file)),
  implement(contract.recordRoster, (input, city) => recordRoster(city, input)),
];
