export { calendarOf } from './calendar-of.ts';
export { listNotices, type NoticeInForce } from './list-notices.ts';
export { type LoadedNotices, loadNotices } from './load-notices.ts';
