export * from './contract/agenda.ts';
export * from './contract/calendar.ts';
export * from './contract/comment.ts';
export * from './contract/group.ts';
export * from './contract/meeting.ts';
export type { DecisionView, ItemView, MeetingHead, SheetView, Unit } from './contract/parts.ts';
