import { type Static, Type } from 'typebox';
import { DayText, Done, dayText, defineRoute, InstantText, oneOf, orNull } from '#http/client';
import { levels, MeetingId } from './parts.ts';

const Entry = Type.Object({
  day: DayText,
  time: orNull(Type.String()),
  name: Type.String(),
  cadence: orNull(Type.String()),
  kind: Type.String(),
  level: oneOf(levels),
  /** Set where the meeting was called; its page opens to whom it is open. */
  meetingId: orNull(MeetingId),
  mayOpen: Type.Boolean(),
  state: oneOf(['planned', 'preparing', 'closed', 'cancelled']),
  /** 原定 10月4日，国庆节，顺延. */
  moved: orNull(Type.String()),
  provisional: Type.Boolean(),
});
export type CalendarEntry = Static<typeof Entry>;

export const dispatchCalendar = defineRoute({
  method: 'GET',
  path: '/dispatch/calendar',
  permission: 'meeting.calendar',
  input: Type.Object({ from: dayText({ title: '起' }), to: dayText({ title: '止' }) }),
  output: Type.Object({
    today: DayText,
    entries: Type.Array(Entry),
    /** Days of rest and make-up days of the span. */
    days: Type.Array(Type.Object({ day: DayText, works: Type.Boolean(), name: orNull(Type.String()) })),
    cadences: Type.Array(
      Type.Object({ id: Type.String(), name: Type.String(), when: Type.String(), basis: Type.String() }),
    ),
    mayPrepare: Type.Boolean(),
    /** Since when the reader's feed is open; null: there is none. */
    feedSince: orNull(InstantText),
  }),
  refusals: ['meeting.span_too_long'],
  summary: '一段日子里的调度：按制度推算的和已召集的；遇休息日顺延并写明原因',
});

export const openFeed = defineRoute({
  method: 'POST',
  path: '/dispatch/feed',
  permission: 'meeting.calendar',
  input: Type.Object({}),
  output: Type.Object({ path: Type.String() }),
  refusals: [],
  summary: '取得本人的日历订阅地址；原来的地址随即失效，地址只显示一次',
  secretAnswer: true,
});

export const revokeFeed = defineRoute({
  method: 'POST',
  path: '/dispatch/feed/revoke',
  permission: 'meeting.calendar',
  input: Type.Object({}),
  output: Done,
  refusals: [],
  summary: '撤销本人的日历订阅地址',
});

export const calendarFeed = defineRoute({
  method: 'GET',
  path: '/public/calendar/:token',
  permission: 'public',
  input: Type.Object({
    token: Type.String({ title: '订阅地址', minLength: 20, maxLength: 100 }),
    cityId: Type.Optional(Type.Integer({ title: '城市', minimum: 100000, maximum: 999999 })),
  }),
  binary: { contentType: 'text/calendar; charset=utf-8' },
  refusals: ['calendar_feed.unknown', 'city.unknown'],
  summary: '日历订阅（iCalendar）：只有会议名称、日期和页面地址；凭地址中的密钥，无须登录',
  atMost: { times: 120, perSeconds: 3600 },
});
