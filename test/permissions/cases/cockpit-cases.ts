import * as cockpit from '../../../features/cockpit/contract.ts';
import * as fileCard from '../../../features/file-card/contract.ts';
import * as notes from '../../../features/light-notes/contract.ts';
import { type Asking, detailCase, type RouteCase, routeCase } from './case.ts';

const said = { expectedNumber: 0, reason: '现场核查' };

/** Of the project that is being built: May 2023 was evaluated and rated once, no month of 2022 was. */
function lit(more: object) {
  return ({ side }: Asking) => ({ id: side.made.building.id, month: '2023-05', ...said, ...more });
}

function unlit(more: object) {
  return ({ side }: Asking) => ({ id: side.made.building.id, month: '2022-05', ...said, ...more });
}

const oneProject = ({ side }: Asking) => ({ id: side.made.building.id });

export const cockpitCases: readonly RouteCase[] = [
  routeCase(cockpit.cockpit, 'nothing', () => ({})),
  routeCase(notes.monthNotes, 'nothing', () => ({})),
  routeCase(notes.projectNotes, 'project', oneProject),
  routeCase(notes.overrideLight, 'project', {
    有灯: lit({ light: 'yellow' }),
    没有灯: unlit({ light: 'yellow' }),
  }),
  routeCase(notes.rateConfidence, 'project', {
    有灯: lit({ confidence: 'low', expectedNumber: 1 }),
    没有灯: unlit({ confidence: 'low' }),
  }),
  routeCase(fileCard.fileCard, 'project', oneProject),
  detailCase(fileCard.fileCard, 'project.view-detail', { 在建: oneProject }),
  // Printing needs typefaces that not every machine has: a project that is not there is asked for.
  routeCase(fileCard.fileCardPdf, 'nothing', () => ({ id: '01890000-0000-7000-8000-000000000000' })),
];
