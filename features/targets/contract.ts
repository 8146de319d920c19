/** Yearly targets and how far they are reached; beside them what the statistics bureau publishes. */
export * from './contract/party.ts';
export * from './contract/statistics.ts';
export * from './contract/targets.ts';
