export * from './contract/channels.ts';
export * from './contract/inbox.ts';
