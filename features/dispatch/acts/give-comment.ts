import { audit, type City, ensureMay, ensureNotSecret } from '#access';
import { instantOf } from '#engines/matters';
import type { InputOf } from '#http';
import { ensure, refuse } from '#kernel/refusal';
import type { saveComment as route } from '../contract.ts';
import { putComment, readComments } from '../store/comment.ts';
import { readItems } from '../store/item.ts';
import { findMeeting } from '../store/meeting.ts';
import { unitNames } from '../store/names.ts';
import { standingItem } from './edit-agenda.ts';
import { ensurePreparing } from './open-meeting.ts';
import { commentable, commenting, meetingsSeen } from './view-meeting.ts';

/** One box per item and unit: written anew it replaces what the unit said before. */
export async function saveComment(city: City, asked: InputOf<typeof route>) {
  const { id, itemId, unitId, expectedVersion } = asked;
  ensureMay(city, 'meeting.comment', { holders: [unitId] });
  const meeting = (await findMeeting(city.tx, id)) ?? refuse('meeting.not_found');
  ensurePreparing(meeting);
  if (!meeting.invited.includes(unitId)) {
    const unit = (await unitNames(city.tx, [unitId])).get(unitId) ?? '';
    refuse('meeting.not_invited', { unit });
  }
  const { commentsFrom: from, commentsTo: to } = meeting;
  ensure(from && to, 'meeting.no_comments');
  ensure(commentable(meeting, city.today), 'meeting.comments_closed', { from, to });
  const item = await standingItem(city, id, itemId);
  const text = asked.text.trim();
  ensureNotSecret({ text });
  const own = { meetingId: id, itemId: item.itemId, orgId: unitId };
  const said = { ...own, text, version: expectedVersion, by: city.actor.name, at: instantOf(city) };
  if (!(await putComment(city.tx, said))) {
    const current = (await readComments(city.tx, [id])).find(
      (one) => one.itemId === itemId && one.orgId === unitId,
    );
    refuse('http.stale_version', {
      ...{
        currentVersion: current?.version ?? 0,
        givenVersion: expectedVersion,
        current: current?.text ?? '',
      },
    });
  }
  await audit(city, {
    ...{ action: 'meeting.comment', object: 'meeting', objectId: id },
    details: { itemId, unitId, version: expectedVersion + 1 },
  });
  return { version: expectedVersion + 1 };
}

/** Meetings that ask the reader's units, those that close first before the others. */
export async function commentsToGive(city: City) {
  ensureMay(city, 'meeting.comment');
  const meetings = (await meetingsSeen(city, { from: city.today }))
    .filter(({ state, commentsTo, commentsFrom }) => state === 'preparing' && commentsTo && commentsFrom)
    .filter((meeting) => commenting(city, meeting).length > 0)
    .sort((a, b) => ((a.commentsTo ?? '') < (b.commentsTo ?? '') ? -1 : 1));
  const comments = await readComments(
    city.tx,
    meetings.map(({ meetingId }) => meetingId),
  );
  const names = await unitNames(city.tx, city.actor.holders);
  const named = (unit: string) => ({ id: unit as never, name: names.get(unit) ?? '' });
  const shown = [];
  for (const meeting of meetings) {
    const { meetingId, title, heldOn, commentsFrom, commentsTo } = meeting;
    const units = commenting(city, meeting);
    const items = (await readItems(city.tx, meetingId)).filter(({ removedReason }) => removedReason === null);
    shown.push({
      ...{ meetingId, title, heldOn, open: commentable(meeting, city.today), units: units.map(named) },
      ...{ commentsFrom: commentsFrom ?? heldOn, commentsTo: commentsTo ?? heldOn },
      items: items
        .map(({ itemId, source, title: of, sheet }) => {
          const said = comments.find((one) => one.itemId === itemId && units.includes(one.orgId));
          return {
            ...{ itemId, source, title: sheet?.title ?? of, concerns: sheet !== null },
            reasons: sheet?.reasons ?? [],
            comment: said
              ? { unit: named(said.orgId), text: said.text, version: said.version, by: said.by, at: said.at }
              : null,
          };
        })
        .sort((a, b) => Number(b.concerns) - Number(a.concerns)),
    });
  }
  return { today: city.today, meetings: shown };
}
