export * from './contract/document.ts';
export * from './contract/draft.ts';
export * from './contract/measure.ts';
export * from './contract/out.ts';
