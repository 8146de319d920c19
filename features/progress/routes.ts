import { done, type Implementation, implement } from '#http';
import { evaluateLights } from './acts/evaluate-lights.ts';
import { explainLight, replayLight } from './acts/explain-light.ts';
import { explainRules } from './acts/explain-rules.ts';
import { checkReport } from './acts/find-contradictions.ts';
import { lightsBoard } from './acts/lights-board.ts';
import { readMonths } from './acts/read-months.ts';
import { savePlan } from './acts/save-plan.ts';
import { saveReport } from './acts/save-report.ts';
import { returnReport, verifyReport } from './acts/verify-report.ts';
import * as contract from './contract.ts';
import './permissions.ts';
import './refusals.ts';

export const progressRoutes: Implementation[] = [
  implement(contract.projectMonths, (input, city) => readMonths(city, input)),
  implement(contract.checkReport, (input, city) => checkReport(city, input)),
  implement(contract.saveReport, (input, city) => saveReport(city, input)),
  implement(contract.verifyReport, (input, city) => verifyReport(city, input)),
  implement(contract.returnReport, async (input, city) => {
    await returnReport(city, input);
    return done;
  }),
  implement(contract.savePlan, (input, city) => savePlan(city, input)),
  implement(contract.lightsBoard, (input, city) => lightsBoard(city, input)),
  implement(contract.evaluateLights, (input, city) => evaluateLights(city, input)),
  implement(contract.why, (input, city) => explainLight(city, input)),
  implement(contract.replay, (input, city) => replayLight(city, input)),
  implement(contract.ruleSets, (input, city) => explainRules(city, input)),
];
