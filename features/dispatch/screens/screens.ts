import { defineScreens } from '#ui';
import { screenNames } from '../texts.ts';

export const dispatchScreens = defineScreens([
  {
    path: '/dispatch/calendar',
    name: screenNames.calendar,
    action: 'meeting.calendar',
    nav: 450,
    load: () => import('./calendar.tsx'),
  },
  {
    path: '/dispatch/meetings',
    name: screenNames.meetings,
    action: 'meeting.view',
    nav: 452,
    load: () => import('./meetings.tsx'),
  },
  {
    path: '/dispatch/meetings/:id',
    name: screenNames.meeting,
    action: 'meeting.view',
    load: () => import('./meeting.tsx'),
  },
  {
    path: '/dispatch/meetings/:id/items/:itemId',
    name: screenNames.sheet,
    action: 'meeting.view',
    load: () => import('./item.tsx'),
  },
  {
    path: '/dispatch/room',
    name: screenNames.room,
    action: 'meeting.view',
    whole: true,
    load: () => import('./room.tsx'),
  },
  {
    path: '/dispatch/comments',
    name: screenNames.comments,
    action: 'meeting.comment',
    nav: 454,
    load: () => import('./comments.tsx'),
  },
  {
    path: '/dispatch/groups',
    name: screenNames.groups,
    action: 'dispatch-group.view',
    nav: 456,
    load: () => import('./groups.tsx'),
  },
]);
