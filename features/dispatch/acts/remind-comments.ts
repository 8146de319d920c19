import type { City } from '#access';
import { calendarOf } from '#calendar';
import { addWorkingDays } from '#kernel/calendar';
import { meetingsClosingComments, readComments } from '../store/comment.ts';
import { findMeeting } from '../store/meeting.ts';
import { tellMeeting } from './tell-meeting.ts';

/** On the working day before comments end, and on their last day, the units that said nothing hear of it, once. */
export async function remindComments(city: City): Promise<void> {
  const to = addWorkingDays(await calendarOf(city), city.today, 1).day;
  const ids = await meetingsClosingComments(city.tx, { from: city.today, to });
  const said = await readComments(city.tx, ids);
  for (const id of ids) {
    const meeting = await findMeeting(city.tx, id);
    if (!meeting) continue;
    const silent = meeting.invited.filter(
      (unit) => !said.some(({ meetingId, orgId }) => meetingId === id && orgId === unit),
    );
    await tellMeeting(city, { meetingId: id, version: 0 }, silent, {
      kind: 'meeting.comments-due',
      title: `会前意见 ${meeting.commentsTo} 截止：${meeting.title}`,
      text: `“${meeting.title}”（${meeting.heldOn}）的书面意见 ${meeting.commentsTo} 截止，本单位还没有提交。没有意见的不必填写。`,
    });
  }
}
