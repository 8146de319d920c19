import { addWorkingDays, type Calendar } from '#kernel/calendar';
import type { PlainDate } from '#kernel/plain-date';
import type { Cadence } from './cadence.ts';

export type CommentWindow = { readonly from: PlainDate; readonly to: PlainDate };

/** Counted back in working days from the day of the meeting, which itself is not counted. */
export function commentWindow(
  comments: NonNullable<Cadence['comments']>,
  heldOn: PlainDate,
  calendar: Calendar,
): CommentWindow {
  const back = (days: number) => addWorkingDays(calendar, heldOn, -days).day;
  return { from: back(comments.opens), to: back(comments.closes) };
}
