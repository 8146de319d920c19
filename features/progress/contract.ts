/** What screens, the command line and other features may use of plans, monthly reports and lights. */
export * from './contract/board.ts';
export * from './contract/evaluation.ts';
export * from './contract/field.ts';
export * from './contract/months.ts';
export * from './contract/plan.ts';
export * from './contract/report.ts';
