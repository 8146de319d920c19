import { type Implementation, implement } from '#http';
import { actAsRaiser, followPetition, openFile, sendFile } from './acts/act-as-raiser.ts';
import { recordCallBack, viewWaiting } from './acts/call-back.ts';
import { revealPetitioner, viewPetition, viewQueue } from './acts/intake.ts';
import { publicForm } from './acts/public-form.ts';
import { raisePetition } from './acts/raise-petition.ts';
import { exportStatistics, viewStatistics } from './acts/statistics.ts';
import { callForm, earlier, enterprises, takeCall } from './acts/take-call.ts';
import { exportTickets, importTickets } from './acts/tickets.ts';
import * as contract from './contract.ts';
import './permissions.ts';

/** For everybody, without an account. */
const open: readonly Implementation[] = [
  implement(contract.publicForm, (_input, city) => publicForm(city)),
  implement(contract.raisePetition, (input, city) => raisePetition(city, input)),
  implement(contract.followPetition, (input, city) => followPetition(city, input)),
  implement(contract.actAsRaiser, (input, city) => actAsRaiser(city, input)),
  implement(contract.sendPetitionFile, (input, city) => sendFile(city, input)),
  implement(contract.openPetitionFile, (input, city) => openFile(city, input)),
];

/** Words in an address come before ids: `/petitions/queue` before `/petitions/:id`. */
export const petitionsRoutes: readonly Implementation[] = [
  ...open,
  implement(contract.intakeQueue, (input, city) => viewQueue(city, input)),
  implement(contract.waitingCallBacks, (input, city) => viewWaiting(city, input)),
  implement(contract.callForm, (_input, city) => callForm(city)),
  implement(contract.earlierCalls, (input, city) => earlier(city, input)),
  implement(contract.enterpriseNames, ({ words }, city) => enterprises(city, words)),
  implement(contract.takeCall, (input, city) => takeCall(city, input)),
  implement(contract.importTickets, ({ file }, city) => importTickets(city, file)),
  implement(contract.exportTickets, (input, city) => exportTickets(city, input)),
  implement(contract.petitionStatistics, (input, city) => viewStatistics(city, input)),
  implement(contract.exportPetitionStatistics, (input, city) => exportStatistics(city, input)),
  implement(contract.viewPetition, ({ id }, city) => viewPetition(city, id as never)),
  implement(contract.revealPetitioner, (input, city) => revealPetitioner(city, input)),
  implement(contract.recordCallBack, (input, city) => recordCallBack(city, input)),
];
