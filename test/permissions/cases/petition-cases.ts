import * as petitions from '../../../features/petitions/contract.ts';
import { scan } from '../support/fill-attachments.ts';
import { marksOf } from '../support/marks.ts';
import { formNumbered } from '../support/plant-petitions.ts';
import { type RouteCase, routeCase } from './case.ts';

const span = { from: '2023-01-01', to: '2023-12-31' };
const tickets = new TextEncoder().encode('工单编号,类别,内容\r\nT-2023-1,咨询,咨询办事流程');

/** With number and code of a petition that is nobody's of the offices. */
const followed: readonly RouteCase[] = [
  routeCase(petitions.publicForm, 'nothing', () => ({})),
  routeCase(petitions.raisePetition, 'nothing', () => ({
    ...{ kind: 'appeal', language: 'zh', category: 'land', submission: formNumbered(999) },
    ...{ enterprise: '江畔食品厂', content: '冷库扩建用地手续长期没有办下来。', request: '请明确办理时间' },
    ...{ name: '某人', phone: '13800000000' },
  })),
  routeCase(petitions.followPetition, 'nothing', ({ city }) => ({
    number: city.petition.number,
    code: city.petition.code,
  })),
  routeCase(petitions.actAsRaiser, 'nothing', ({ city }) => ({
    ...{ number: city.petition.number, code: city.petition.code, version: city.petition.version },
    ...{ action: 'supplement', text: '又积水了' },
  })),
  routeCase(petitions.sendPetitionFile, 'nothing', ({ city }) => ({
    ...{ number: city.petition.number, code: city.petition.code, file: scan },
  })),
  routeCase(petitions.openPetitionFile, 'nothing', ({ city }) => ({
    ...{ number: city.petition.number, code: city.petition.code, fileId: city.petition.fileId },
  })),
];

export const petitionCases: readonly RouteCase[] = [
  ...followed,
  routeCase(petitions.intakeQueue, 'nothing', () => ({})),
  routeCase(petitions.viewPetition, 'project', ({ side }) => ({ id: side.petitions.led })),
  routeCase(petitions.revealPetitioner, 'project', ({ side }) => ({
    ...{ id: side.petitions.led, reason: '工作需要' },
  })),
  routeCase(petitions.callForm, 'nothing', () => ({})),
  routeCase(petitions.earlierCalls, 'nothing', ({ side }) => ({ phone: marksOf(side.name).phone(41) })),
  routeCase(petitions.enterpriseNames, 'nothing', () => ({ words: '企业' })),
  routeCase(petitions.takeCall, 'nothing', () => ({
    ...{ kind: 'aid', category: 'staff', content: '缺电焊工十名', phone: '13800000001' },
  })),
  routeCase(petitions.importTickets, 'city', () => ({ file: { name: '工单.csv', bytes: tickets } })),
  routeCase(petitions.exportTickets, 'city', () => span),
  routeCase(petitions.petitionStatistics, 'nothing', () => ({ ...span, by: 'unit' })),
  routeCase(petitions.exportPetitionStatistics, 'city', () => span),
  routeCase(petitions.waitingCallBacks, 'city', () => ({})),
  routeCase(petitions.recordCallBack, 'city', ({ side }) => ({
    ...{ ...side.petitions.waiting, outcome: 'not-reached' },
  })),
];
