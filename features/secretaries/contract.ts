export * from './contract/coverage.ts';
export * from './contract/visit.ts';
