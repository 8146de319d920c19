/** What screens, the command line and other features may use of the pressure tables and letters. */
export type { LetterLine, MatterOfLetter, MonthView } from './contract/field.ts';
export * from './contract/letter.ts';
export * from './contract/proposal.ts';
