import type { PlainDate } from '#kernel/plain-date';

/** Of an interview: who is spoken to, by whom, when and where. */
export type Meeting = {
  readonly interviewer: string;
  readonly interviewee: string;
  readonly heldOn: PlainDate | null;
  readonly place: string;
};

/** All words of a letter. Figures stand in title, facts and requests by name in braces. */
export type Wording = {
  readonly title: string;
  readonly issuer: string;
  readonly to: string;
  readonly copies: string;
  readonly facts: string;
  readonly requests: string;
  readonly meeting: Meeting | null;
};
