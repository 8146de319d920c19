/** What screens, the command line and other features may use of petitions: what comes in from outside the offices. */
export * from './contract/call.ts';
export * from './contract/office.ts';
export * from './contract/public.ts';
export * from './contract/statistics.ts';
export { calledKinds, type Language, languages, type PublicKind } from './contract/word.ts';
