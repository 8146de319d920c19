import { listOrganisations } from '#engines/registry';
import { done, type Implementation, implement } from '#http';
import { agendaOn } from './acts/agenda-on.ts';
import { calendarFeed, openFeed, revokeFeed } from './acts/calendar-feed.ts';
import { closeMeeting } from './acts/close-meeting.ts';
import { createMeeting } from './acts/create-meeting.ts';
import { downloadMinutes, downloadSheet } from './acts/download-meeting.ts';
import { addItem, orderItems, removeItem } from './acts/edit-agenda.ts';
import { cancelMeeting, editMeeting, inviteToMeeting, proposeItems } from './acts/edit-meeting.ts';
import { commentsToGive, saveComment } from './acts/give-comment.ts';
import { dispatchCalendar, meetingChoices } from './acts/read-calendar.ts';
import { recordDecision, withdrawDecision } from './acts/record-decision.ts';
import { addGroup, editGroup, listGroups } from './acts/save-group.ts';
import { listMeetings, viewMeeting } from './acts/view-meeting.ts';
import * as contract from './contract.ts';
import './permissions.ts';

export const dispatchRoutes: readonly Implementation[] = [
  implement(contract.dispatchCalendar, (input, city) => dispatchCalendar(city, input)),
  implement(contract.openFeed, (_input, city) => openFeed(city)),
  implement(contract.revokeFeed, async (_input, city) => {
    await revokeFeed(city);
    return done;
  }),
  implement(contract.calendarFeed, ({ token }, city) => calendarFeed(city, token)),
  implement(contract.previewAgenda, (input, city) => agendaOn(city, input)),
  implement(contract.listMeetings, (_input, city) => listMeetings(city)),
  implement(contract.meetingChoices, async (_input, city) => {
    const units = await listOrganisations(city, { asOf: city.today });
    return meetingChoices(
      city,
      units.map(({ orgId: id, shortName: name, kind }) => ({ id, name, kind })),
    );
  }),
  implement(contract.createMeeting, (input, city) => createMeeting(city, input)),
  implement(contract.viewMeeting, ({ id }, city) => viewMeeting(city, id)),
  implement(contract.editMeeting, (input, city) => editMeeting(city, input)),
  implement(contract.inviteToMeeting, (input, city) => inviteToMeeting(city, input)),
  implement(contract.proposeItems, (input, city) => proposeItems(city, input)),
  implement(contract.cancelMeeting, (input, city) => cancelMeeting(city, input)),
  implement(contract.addItem, (input, city) => addItem(city, input)),
  implement(contract.removeItem, (input, city) => removeItem(city, input)),
  implement(contract.orderItems, (input, city) => orderItems(city, input)),
  implement(contract.recordDecision, (input, city) => recordDecision(city, input)),
  implement(contract.withdrawDecision, (input, city) => withdrawDecision(city, input)),
  implement(contract.closeMeeting, (input, city) => closeMeeting(city, input)),
  implement(contract.minutesPdf, ({ id }, city) => downloadMinutes(city, id, 'pdf')),
  implement(contract.minutesDocx, ({ id }, city) => downloadMinutes(city, id, 'docx')),
  implement(contract.sheetPdf, ({ id, itemId }, city) => downloadSheet(city, id, itemId)),
  implement(contract.commentsToGive, (_input, city) => commentsToGive(city)),
  implement(contract.saveComment, (input, city) => saveComment(city, input)),
  implement(contract.listGroups, (_input, city) => listGroups(city)),
  implement(contract.addGroup, (input, city) => addGroup(city, input)),
  implement(contract.editGroup, (input, city) => editGroup(city, input)),
];
