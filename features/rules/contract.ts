export * from './contract/lights.ts';
export * from './contract/overlays.ts';
export * from './contract/roles.ts';
