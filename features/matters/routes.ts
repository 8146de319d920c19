import { type Implementation, implement } from '#http';
import { takeAction } from './acts/act-on-matter.ts';
import { viewBoard } from './acts/board.ts';
import { declarePeriod, previewDeclared, viewPeriods } from './acts/excluded-periods.ts';
import { exportMatters } from './acts/export-matters.ts';
import { listedMatters } from './acts/list-matters.ts';
import { movedView } from './acts/moved-view.ts';
import { openByHand } from './acts/open-matter.ts';
import { pauseMatter, resumeMatter } from './acts/pause-matter.ts';
import { proposeProblems } from './acts/propose-problems.ts';
import * as requests from './acts/requests.ts';
import { revealField } from './acts/reveal-field.ts';
import { attachToMatter, openFile, sendFile } from './acts/send-file.ts';
import { splitIntoParts } from './acts/split-matter.ts';
import { countedMatters, viewStatistics } from './acts/statistics.ts';
import * as steer from './acts/steer-matter.ts';
import { viewClocks } from './acts/view-clocks.ts';
import { viewKinds } from './acts/view-kinds.ts';
import { viewMatter } from './acts/view-matter.ts';
import * as contract from './contract.ts';
import './permissions.ts';

const reading: readonly Implementation[] = [
  implement(contract.matterKinds, (_input, city) => viewKinds(city)),
  implement(contract.listMatters, (input, city) => listedMatters(city, input)),
  implement(contract.exportMatters, (input, city) => exportMatters(city, input)),
  implement(contract.matterBoard, (input, city) => viewBoard(city, input)),
  implement(contract.proposedProblems, (input, city) => proposeProblems(city, input)),
  implement(contract.matterStatistics, (input, city) => viewStatistics(city, input)),
  implement(contract.matterStatisticsRows, (input, city) => countedMatters(city, input)),
  implement(contract.matterPage, (input, city) => viewMatter(city, input)),
  implement(contract.matterClocks, (input, city) => viewClocks(city, input)),
  implement(contract.openMatterFile, (input, city) => openFile(city, input)),
  implement(contract.revealField, (input, city) => revealField(city, input)),
];

const acting: readonly Implementation[] = [
  implement(contract.openMatter, async (input, city) => movedView(await openByHand(city, input))),
  implement(contract.sendMatterFile, ({ file }, city) => sendFile(city, file)),
  implement(contract.actOnMatter, (input, city) => takeAction(city, input)),
  implement(contract.pauseMatter, (input, city) => pauseMatter(city, input)),
  implement(contract.resumeMatter, (input, city) => resumeMatter(city, input)),
  implement(contract.handOverMatter, (input, city) => steer.handOver(city, input)),
  implement(contract.setMatterSupport, (input, city) => steer.setSupport(city, input)),
  implement(contract.setMatterLevel, (input, city) => steer.setLevel(city, input)),
  implement(contract.remarkOnMatter, (input, city) => steer.remark(city, input)),
  implement(contract.attachToMatter, (input, city) => attachToMatter(city, input)),
  implement(contract.linkMatter, (input, city) => steer.link(city, input)),
  implement(contract.splitMatter, (input, city) => splitIntoParts(city, input)),
  implement(contract.mergeMatter, (input, city) => steer.mergeMatter(city, input)),
];

const deciding: readonly Implementation[] = [
  implement(contract.listLeaderRequests, (input, city) => requests.viewRequests(city, input)),
  implement(contract.waitingDecisions, (_input, city) => requests.viewDecisions(city)),
  implement(contract.decideLeaderRequest, (input, city) => requests.decide(city, input)),
  implement(contract.answerLeaderRequest, (input, city) => requests.answer(city, input)),
  implement(contract.listExcludedPeriods, (_input, city) => viewPeriods(city)),
  implement(contract.previewExcludedPeriod, (input, city) => previewDeclared(city, input)),
  implement(contract.declareExcludedPeriod, (input, city) => declarePeriod(city, input)),
];

/** Words in an address come before ids: `/matters/kinds` before `/matters/:id`. */
export const mattersRoutes: readonly Implementation[] = [...deciding, ...reading, ...acting];
