import type { OutputOf } from '#http/client';
import type { planWindow } from '../contract.ts';

/** A window with its rows as the route answers it. */
export type OneWindow = OutputOf<typeof planWindow>;
