import * as dispatch from '../../../features/dispatch/contract.ts';
import type { Client } from '../../../packages/http/make-client.ts';
import type { Offices } from './fill-side.ts';
import { marksOf, type SideName } from './marks.ts';
import { today } from './open-program.ts';

type Side = { readonly name: SideName; readonly offices: Offices };

/** A meeting to come that asks the units of one side for comments, each word of it with the side's mark. */
export async function plantSideMeeting(
  office: Client,
  unit: Client,
  { name, offices: { district, department } }: Side,
) {
  const { word } = marksOf(name);
  const { meetingId: id } = await office(dispatch.createMeeting, {
    ...{ cadence: 'monthly', heldOn: '2023-06-26', title: `${name} 月调度` },
    invited: [district.orgId, department.orgId],
  });
  const version = async () => (await office(dispatch.viewMeeting, { id })).version;
  const note = word('议题说明');
  await office(dispatch.addItem, {
    ...{ id, version: await version(), title: '研究堵点', note, leadId: district.orgId },
  });
  const { items } = await office(dispatch.viewMeeting, { id });
  const { itemId } = items.find(({ source }) => source === 'hand')!;
  const said = { id, itemId, unitId: district.orgId, text: word('书面意见'), expectedVersion: 0 };
  await unit(dispatch.saveComment, said);
  return { id, itemId };
}

/** One in preparation, one on its day with a decision, one closed; a group; somebody's feed. */
export async function plantMeetings(office: Client, { offices }: Side) {
  const since = '2023-01-05' as const;
  const group = { name: '产业专班', scope: '', members: [], since, until: null };
  const { groupId } = await office(dispatch.addGroup, { kind: 'task-force', ...group });
  const called = async (title: string) => {
    const { meetingId: id } = await office(dispatch.createMeeting, {
      ...{ cadence: 'special', heldOn: today, title, invited: [offices.works.orgId] },
    });
    const version = async () => (await office(dispatch.viewMeeting, { id })).version;
    await office(dispatch.addItem, { id, version: await version(), title: '专题研究' });
    const { items } = await office(dispatch.viewMeeting, { id });
    return { id, version, itemId: items[0]!.itemId };
  };
  const decided = async (title: string) => {
    const { id, version, itemId } = await called(title);
    const { decisionId } = await office(dispatch.recordDecision, {
      ...{ id, version: await version(), itemId, text: '抓紧落实', dueOn: '2023-07-20' },
      leadId: offices.department.orgId,
    });
    const { items } = await office(dispatch.viewMeeting, { id });
    const itemIds = items.map((one) => one.itemId);
    return { id, itemId, itemIds, decisionId, version: await version() };
  };
  const open = await decided('专题调度一');
  const closed = await decided('专题调度二');
  await office(dispatch.closeMeeting, {
    id: closed.id,
    version: closed.version,
    present: '有关单位负责同志',
  });
  const { path } = await office(dispatch.openFeed, {});
  const [, token = ''] = /calendar\/([^?]+)/.exec(path) ?? [];
  return { open, groupId, group, token };
}
