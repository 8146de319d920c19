import { type Implementation, implement } from '#http';
import { composeByHand } from './acts/compose-letter.ts';
import { decideProposal } from './acts/decide-proposal.ts';
import { downloadLetter, downloadSealedCopy } from './acts/download-letter.ts';
import {
  checkLetter,
  countersignLetter,
  issueLetter,
  numberLetter,
  sealLetter,
} from './acts/issue-letter.ts';
import { listLetters } from './acts/list-letters.ts';
import { makeProposals } from './acts/make-proposals.ts';
import { replayProposal } from './acts/replay-proposal.ts';
import { saveWording } from './acts/save-wording.ts';
import { takeStep } from './acts/take-step.ts';
import { viewHistory } from './acts/view-history.ts';
import { viewLetter } from './acts/view-letter.ts';
import { viewProposals } from './acts/view-proposals.ts';
import * as contract from './contract.ts';
import './permissions.ts';

const moved = async (edition: Promise<number>) => ({ edition: await edition });

export const pressureRoutes: readonly Implementation[] = [
  implement(contract.listProposals, ({ month }, city) => viewProposals(city, month)),
  implement(contract.makeProposals, (_input, city) => makeProposals(city)),
  implement(contract.decideProposal, (input, city) => decideProposal(city, input)),
  implement(contract.replayProposal, ({ id }, city) => replayProposal(city, id)),
  implement(contract.viewHistory, (input, city) => viewHistory(city, input)),
  implement(contract.listLetters, (input, city) => listLetters(city, input)),
  implement(contract.composeLetter, async (input, city) => ({ letterId: await composeByHand(city, input) })),
  implement(contract.viewLetter, ({ id }, city) => viewLetter(city, id)),
  implement(contract.saveLetter, (input, city) => moved(saveWording(city, input))),
  implement(contract.submitLetter, (input, city) => moved(takeStep(city, 'submit', input))),
  implement(contract.returnLetter, (input, city) => moved(takeStep(city, 'return', input))),
  implement(contract.checkLetter, (input, city) => moved(checkLetter(city, input))),
  implement(contract.countersignLetter, (input, city) => moved(countersignLetter(city, input))),
  implement(contract.signLetter, (input, city) => moved(takeStep(city, 'sign', input))),
  implement(contract.numberLetter, (input, city) => moved(numberLetter(city, input))),
  implement(contract.sealLetter, ({ file, ...turn }, city) => moved(sealLetter(city, turn, file))),
  implement(contract.issueLetter, (input, city) => moved(issueLetter(city, input))),
  implement(contract.archiveLetter, ({ archiveNumber, ...turn }, city) =>
    moved(takeStep(city, 'archive', turn, () => ({ archiveNumber: archiveNumber?.trim() || null }))),
  ),
  implement(contract.letterPdf, ({ id }, city) => downloadLetter(city, id, 'pdf')),
  implement(contract.letterDocx, ({ id }, city) => downloadLetter(city, id, 'docx')),
  implement(contract.sealedLetter, ({ id }, city) => downloadSealedCopy(city, id)),
];
