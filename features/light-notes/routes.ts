import { done, type Implementation, implement } from '#http';
import { monthNotes, projectNotes } from './acts/read-notes.ts';
import { writeNote } from './acts/write-note.ts';
import * as contract from './contract.ts';
import './permissions.ts';

export const lightNotesRoutes: readonly Implementation[] = [
  implement(contract.monthNotes, (_input, city) => monthNotes(city)),
  implement(contract.projectNotes, ({ id }, city) => projectNotes(city, id)),
  implement(contract.overrideLight, async ({ light, ...said }, city) => {
    await writeNote(city, 'override', { ...said, value: light });
    return done;
  }),
  implement(contract.rateConfidence, async ({ confidence, ...said }, city) => {
    await writeNote(city, 'confidence', { ...said, value: confidence });
    return done;
  }),
];
