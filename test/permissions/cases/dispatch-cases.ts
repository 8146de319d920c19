import * as dispatch from '../../../features/dispatch/contract.ts';
import type { RouteCase } from './case.ts';
import { type Asking, officeAsked, routeCase } from './case.ts';

const nobody = '01890000-0000-7000-8000-00000000eeee';
const reason = '工作需要';

/** The meeting that is on its day, as it was last seen. */
function open(more: (asking: Asking) => object = () => ({})) {
  return (asking: Asking) => {
    const { id, version } = asking.city.meetings.open;
    return { id, version, ...more(asking) };
  };
}

export const dispatchCases: readonly RouteCase[] = [
  routeCase(dispatch.dispatchCalendar, 'nothing', () => ({ from: '2023-06-01', to: '2023-06-30' })),
  routeCase(dispatch.openFeed, 'nothing', () => ({})),
  routeCase(dispatch.revokeFeed, 'nothing', () => ({})),
  routeCase(dispatch.calendarFeed, 'city', ({ city }) => ({ token: city.meetings.token })),
  routeCase(dispatch.previewAgenda, 'nothing', () => ({ cadence: 'monthly' })),
  routeCase(dispatch.listMeetings, 'nothing', () => ({})),
  routeCase(dispatch.meetingChoices, 'nothing', () => ({})),
  routeCase(dispatch.createMeeting, 'nothing', () => ({ cadence: 'special', heldOn: '2023-07-03' })),
  routeCase(dispatch.viewMeeting, 'organisation', ({ side }) => ({ id: side.meeting.id })),
  routeCase(
    dispatch.editMeeting,
    'city',
    open(() => ({
      ...{ title: '专题调度', heldOn: '2023-06-21', heldAt: null, place: '', chair: '', others: '' },
      ...{ invited: [], commentsTo: null },
    })),
  ),
  routeCase(dispatch.inviteToMeeting, 'city', open()),
  routeCase(dispatch.proposeItems, 'city', open()),
  routeCase(
    dispatch.cancelMeeting,
    'city',
    open(() => ({ reason })),
  ),
  routeCase(
    dispatch.addItem,
    'city',
    open(() => ({ title: '增加的议题' })),
  ),
  routeCase(
    dispatch.removeItem,
    'city',
    open(({ city }) => ({ itemId: city.meetings.open.itemId, reason })),
  ),
  routeCase(
    dispatch.orderItems,
    'city',
    open(({ city }) => ({ itemIds: city.meetings.open.itemIds })),
  ),
  routeCase(
    dispatch.recordDecision,
    'city',
    open(() => ({ text: '原则同意' })),
  ),
  routeCase(
    dispatch.withdrawDecision,
    'city',
    open(({ city }) => ({ decisionId: city.meetings.open.decisionId, reason })),
  ),
  routeCase(
    dispatch.closeMeeting,
    'city',
    open(() => ({ present: '有关单位负责同志' })),
  ),
  // Printing needs typefaces that not every machine has: a meeting that is not there is asked for.
  routeCase(dispatch.minutesPdf, 'nothing', () => ({ id: nobody })),
  routeCase(dispatch.minutesDocx, 'organisation', ({ side }) => ({ id: side.meeting.id })),
  routeCase(dispatch.sheetPdf, 'nothing', () => ({ id: nobody, itemId: nobody })),
  routeCase(dispatch.commentsToGive, 'nothing', () => ({})),
  routeCase(dispatch.saveComment, 'organisation', (asking) => {
    const { id, itemId } = asking.side.meeting;
    const unitId = officeAsked(asking).orgId;
    const isFirst = unitId !== asking.side.offices.district.orgId;
    return { id, itemId, unitId, text: '书面意见', expectedVersion: isFirst ? 0 : 1 };
  }),
  routeCase(dispatch.listGroups, 'city', () => ({})),
  routeCase(dispatch.addGroup, 'city', () => ({
    ...{ kind: 'joint', name: '联席会议', members: [], since: '2023-01-05', until: null },
  })),
  routeCase(dispatch.editGroup, 'city', ({ city }) => ({
    ...{ id: city.meetings.groupId, version: 1, kind: 'task-force', ...city.meetings.group },
  })),
];
