import type { OutputOf } from '#http/client';
import type { projectMonths } from '../contract.ts';

/** One project's year as the route answers it. */
export type Months = OutputOf<typeof projectMonths>;
