import type { Role } from '#access';

/** The papers of the pressure tables, the lightest first: of two that would come, the heavier is proposed. */
export const forms = [
  'warning',
  'reminder',
  'assignment',
  'rectification',
  'supervision',
  'interview',
] as const;
export type Form = (typeof forms)[number];

export function isForm(text: string): text is Form {
  return forms.some((form) => form === text);
}

export function weightOf(form: Form): number {
  return forms.indexOf(form);
}

/** The kind of matter that an issued paper opens with its recipient. */
export const matterOf: Readonly<Record<Form, string>> = {
  warning: 'reminder-letter',
  reminder: 'reminder-letter',
  assignment: 'assignment',
  rectification: 'rectification',
  supervision: 'supervision',
  interview: 'interview',
};

/** Who may sign; a row of the tables names one of them. */
export const signers = ['coordinator-head', 'government-office', 'supervision-office', 'leader'] as const;
export type Signer = (typeof signers)[number];

/** Who numbers, seals and issues a paper: an interview goes through the government office and no other. */
export function issuersOf(form: Form): readonly Role[] {
  if (form === 'interview') return ['government-office'];
  if (form === 'supervision') return ['supervision-office', 'government-office'];
  return ['coordinator-clerk', 'coordinator-section-head', 'coordinator-head', 'government-office'];
}
