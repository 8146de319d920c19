import fc from 'fast-check';
import { addDays, type PlainDate } from '../plain-date.ts';

/** Any day from 1950 to 2149. */
export const aDay: fc.Arbitrary<PlainDate> = fc
  .integer({ min: 0, max: 73_000 })
  .map((days) => addDays('1950-01-01', days));
