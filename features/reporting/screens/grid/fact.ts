/** What is typed of a row. Amounts are fen as text, days as much as is known (`2023-05`). */
export const factNames = [
  'monthFen',
  'cumFen',
  'started',
  'actualStart',
  'entered',
  'enteredOn',
  'progressText',
  'problem',
] as const;
export type FactName = (typeof factNames)[number];
export type FactValue = string | boolean | null;
export type Facts = Readonly<Record<FactName, FactValue>>;
export type FactKind = 'amount' | 'day' | 'yes-no' | 'words';

export const factKinds: Readonly<Record<FactName, FactKind>> = {
  monthFen: 'amount',
  cumFen: 'amount',
  started: 'yes-no',
  actualStart: 'day',
  entered: 'yes-no',
  enteredOn: 'day',
  progressText: 'words',
  problem: 'words',
};
