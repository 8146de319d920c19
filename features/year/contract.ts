export * from './contract/carry-over.ts';
export * from './contract/plan-check.ts';
export * from './contract/structure.ts';
export * from './contract/window.ts';
