/** What screens, the command line and other features may use of the project library. */
export * from './contract/attachment.ts';
export * from './contract/card.ts';
export * from './contract/field.ts';
export * from './contract/list.ts';
export * from './contract/stage.ts';
export * from './contract/watch.ts';
