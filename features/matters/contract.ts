/** What screens, the command line and other features may use of matters. */
export * from './contract/act.ts';
export {
  dueColumns,
  MatterLine,
  satisfactionNames,
} from './contract/field.ts';
export * from './contract/kind.ts';
export * from './contract/list.ts';
export * from './contract/open.ts';
export * from './contract/page.ts';
export * from './contract/period.ts';
export * from './contract/request.ts';
export * from './contract/statistics.ts';
