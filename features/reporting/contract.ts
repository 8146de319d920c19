/** What screens, the command line and other features may use of the month's reporting chain. */
export * from './contract/after-lock.ts';
export * from './contract/board.ts';
export * from './contract/field.ts';
export * from './contract/fill.ts';
export * from './contract/period.ts';
export * from './contract/review.ts';
export * from './contract/rows.ts';
