import type { City } from '#access';
import { type Addressee, defineTellingKinds, tell } from '#telling';
import type { MeetingRow } from '../store/meeting.ts';

defineTellingKinds({
  'meeting.invited': '会议通知',
  'meeting.comments-due': '会前意见将截止',
  'meeting.task': '会议议定的任务',
  'meeting.closed': '会议纪要',
  'meeting.cancelled': '会议取消',
});

type Said = {
  readonly kind: 'meeting.invited' | 'meeting.comments-due' | 'meeting.closed' | 'meeting.cancelled';
  readonly title: string;
  readonly text: string;
  readonly urgent?: boolean;
};

/** Tells the units of a meeting; the same of the same meeting and version once. */
export async function tellMeeting(
  city: City,
  meeting: Pick<MeetingRow, 'meetingId' | 'version'>,
  orgs: readonly string[],
  { kind, title, text, urgent = false }: Said,
): Promise<void> {
  const to = orgs.map(
    (org): Addressee => ({ org, roles: ['district-filler', 'district-reviewer', 'department'] }),
  );
  if (to.length === 0) return;
  await tell(city, {
    key: `${kind} ${meeting.meetingId} ${meeting.version}`,
    ...{ to, title, text, kind, urgency: urgent ? 'urgent' : 'normal' },
    about: {
      object: 'meeting',
      objectId: meeting.meetingId,
      path: `/dispatch/meetings/${meeting.meetingId}`,
    },
  });
}

/** The lead of a task hears of it with the minute. */
export async function tellTask(
  city: City,
  task: { readonly matterId: string; readonly lead: string; readonly dueOn: string; readonly text: string },
): Promise<void> {
  await tell(city, {
    key: `meeting.task ${task.matterId}`,
    to: [{ org: task.lead, roles: ['district-filler', 'district-reviewer', 'department'] }],
    title: `会议议定由本单位牵头的任务，${task.dueOn} 前完成`,
    text: task.text,
    about: { object: 'matter', objectId: task.matterId, path: `/matters/${task.matterId}` },
    ...{ urgency: 'normal', kind: 'meeting.task' },
  });
}
