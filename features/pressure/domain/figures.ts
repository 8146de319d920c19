import type { Light } from '#kernel/light';
import type { Month } from '#kernel/month';
import type { PlainDate } from '#kernel/plain-date';
import type { Form, Signer } from './form.ts';
import type { PressureRow, PressureTables } from './table.ts';

/** Whole fen as digits: figures are kept as text, and read again as the same text. */
export type FenDigits = `${bigint}`;

/** What a locked month says of a project. */
export type ProjectMonth = {
  readonly month: Month;
  readonly lockedOn: PlainDate;
  readonly light: Light;
  readonly category: 'building' | 'new-start';
  readonly lists: readonly string[];
  readonly planFen: FenDigits | null;
  readonly planYearFen: FenDigits | null;
  readonly actualFen: FenDigits | null;
  readonly completion: string | null;
  readonly evaluationId: string;
  /** The rule's sentence that gave the light. */
  readonly why: string | null;
};

/** What a locked month says of a district among all that are ranked. */
export type UnitMonth = {
  readonly month: Month;
  readonly lockedOn: PlainDate;
  readonly projects: number;
  readonly red: number;
  readonly planFen: FenDigits;
  readonly actualFen: FenDigits;
  readonly completion: string | null;
  readonly rank: number;
  readonly ranked: number;
  readonly fromLast: number;
  readonly lastShare: string;
};

export type Named = { readonly id: string; readonly name: string };

export type Subject =
  | { readonly kind: 'project'; readonly id: string; readonly name: string; readonly number: string }
  | { readonly kind: 'unit'; readonly id: string; readonly name: string };

/** Everything a proposal was made from: enough to make it again, and to write the letter. */
export type ProposalInputs = {
  readonly schema: 1;
  readonly month: Month;
  readonly newYear: PressureTables['newYear'];
  readonly table: 'projects' | 'units';
  /** All rows that were asked, as they stood then; the row taken is one of them. */
  readonly rows: readonly PressureRow[];
  readonly row: string;
  readonly subject: Subject;
  /** Where the letter goes. `instead`: whom the row names is none of ours, so it goes to the district. */
  readonly recipient: Named & { readonly instead: boolean };
  readonly district: string;
  /** The latest first; as many as any row asks for. */
  readonly months: readonly (ProjectMonth | UnitMonth)[];
};

/** What a letter is composed from, frozen with it. Without a proposal there is no rule, and only what the month says. */
export type LetterFigures = {
  readonly schema: 1;
  readonly form: Form;
  readonly city: string;
  readonly subject: Subject | null;
  readonly recipient: Named;
  readonly signs: Signer;
  readonly workingDays: number;
  readonly district: string | null;
  readonly month: (ProjectMonth | UnitMonth) | null;
  readonly counted: readonly Month[];
  readonly rule: { readonly text: string; readonly basis: string } | null;
  /** SM3 of the proposal it comes from. */
  readonly proposal: string | null;
};

export function isUnitMonth(month: ProjectMonth | UnitMonth): month is UnitMonth {
  return 'rank' in month;
}
