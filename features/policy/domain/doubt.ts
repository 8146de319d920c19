import type { Place } from './script.ts';

/** What a person should look at: nothing is guessed away in silence. */
export type DoubtKind =
  | 'number-missing'
  | 'number-repeated'
  | 'number-order'
  | 'number-unread'
  | 'parts-unlisted'
  | 'not-a-measure'
  | 'no-measures'
  | 'cut-off'
  | 'no-title'
  | 'no-number'
  | 'no-date'
  | 'no-issuer'
  | 'date-impossible'
  | 'date-conflict'
  | 'draft'
  | 'repealed'
  | 'expired'
  | 'unit-unknown'
  | 'unit-open'
  | 'unit-odd'
  | 'unit-missing'
  | 'target-unsure';

export type Doubt = { readonly place: Place; readonly kind: DoubtKind; readonly text: string };
