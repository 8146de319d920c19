import { type City, ensureMay, may } from '#access';
import { calendarOf } from '#calendar';
import { addDays, daysBetween, type PlainDate } from '#kernel/plain-date';
import { ensure } from '#kernel/refusal';
import type { Cadence } from '../domain/cadence.ts';
import { type Occurrence, occurrencesIn } from '../domain/occurrences.ts';
import { whenWords } from '../domain/when-words.ts';
import { feedSince } from '../store/feed.ts';
import { readGroups } from '../store/group.ts';
import { type MeetingRow, readMeetings } from '../store/meeting.ts';
import { cadencesOf } from './cadences.ts';
import '../permissions.ts';
import '../refusals.ts';

const longestDays = 400;

type Span = { readonly from: PlainDate; readonly to: PlainDate };

/** A day a cadence falls on for which no meeting was called yet. */
export type Planned = { readonly cadence: Cadence; readonly occurrence: Occurrence };

/** What the cadences foresee and what was called; a meeting stands in the place of what was foreseen for its period. */
export async function entriesIn(
  city: City,
  span: Span,
): Promise<{ readonly planned: readonly Planned[]; readonly meetings: readonly MeetingRow[] }> {
  const meetings = await readMeetings(city.tx, span, 5000);
  // A meeting may have been put outside the span, and still is that of its period.
  const near = await readMeetings(
    city.tx,
    { from: addDays(span.from, -100), to: addDays(span.to, 100) },
    5000,
  );
  const called = new Set(
    near.filter(({ state }) => state !== 'cancelled').map(({ cadence, period }) => `${cadence} ${period}`),
  );
  const calendar = await calendarOf(city);
  const planned = cadencesOf(city).flatMap((cadence) =>
    occurrencesIn(cadence, span, calendar)
      .filter(({ period }) => !called.has(`${cadence.id} ${period}`))
      .map((occurrence) => ({ cadence, occurrence })),
  );
  return { planned, meetings };
}

export function movedText({ moved, nominal }: Occurrence): string | null {
  if (moved === null) return null;
  const [, month, day] = nominal.split('-').map(Number);
  return `原定 ${month}月${day}日（${moved}），顺延`;
}

export async function dispatchCalendar(city: City, { from, to }: Span) {
  ensureMay(city, 'meeting.calendar', {});
  ensure(daysBetween(from, to) <= longestDays, 'meeting.span_too_long', { most: longestDays });
  const { planned, meetings } = await entriesIn(city, { from, to });
  const calendar = await calendarOf(city);
  const none = { moved: null, provisional: false };
  const called = meetings.map((meeting) => ({
    ...{ ...none, day: meeting.heldOn, time: meeting.heldAt, name: meeting.title, cadence: meeting.cadence },
    ...{ kind: meeting.kind, level: meeting.level as Cadence['level'], state: meeting.state },
    meetingId: meeting.meetingId,
    mayOpen: may(city.actor, 'meeting.view', { holders: meeting.invited }),
  }));
  const foreseen = planned.map(({ cadence, occurrence }) => ({
    ...{ day: occurrence.day, time: null, name: cadence.name, cadence: cadence.id, kind: cadence.kind },
    ...{ level: cadence.level, meetingId: null, mayOpen: false, state: 'planned' as const },
    ...{ moved: movedText(occurrence), provisional: occurrence.provisional },
  }));
  const days = Array.from({ length: daysBetween(from, to) + 1 }, (_, at) => addDays(from, at)).flatMap(
    (day) => {
      const { works, basis, name } = calendar.dayKind(day);
      return basis === 'weekday' ? [] : [{ day, works, name: name ?? null }];
    },
  );
  return {
    today: city.today,
    entries: [...called, ...foreseen].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0)),
    days,
    cadences: cadencesOf(city).map((cadence) => ({
      ...{ id: cadence.id, name: cadence.name, when: whenWords(cadence), basis: cadence.basis },
    })),
    mayPrepare: may(city.actor, 'meeting.prepare', {}),
    feedSince: (await feedSince(city.tx, city.actor.accountId)) ?? null,
  };
}

const lookAhead = 200;

/** The cadences with the next day each falls on, the groups in force, and all units that may be invited. */
export async function meetingChoices(
  city: City,
  units: readonly { id: string; name: string; kind: string }[],
) {
  ensureMay(city, 'meeting.prepare', {});
  const { planned } = await entriesIn(city, { from: city.today, to: addDays(city.today, lookAhead) });
  const groups = (await readGroups(city.tx)).filter(({ until }) => until === null);
  return {
    today: city.today,
    cadences: cadencesOf(city).map(({ id, name, kind, level, basis }) => {
      const next = planned.find(({ cadence }) => cadence.id === id)?.occurrence;
      return {
        id,
        name,
        kind,
        level,
        basis,
        nextOn: next?.day ?? null,
        moved: next ? movedText(next) : null,
      };
    }),
    groups: groups.map(({ groupId, name }) => ({ id: groupId, name })),
    units: units.map(({ id, name, kind }) => ({ id: id as never, name, kind })),
  };
}
