import { defineScreens } from '#ui';
import { texts } from './texts.ts';

export const petitionsScreens = defineScreens([
  {
    path: '/public/petitions',
    name: texts.publicHome,
    action: 'public',
    load: () => import('./public-petitions.tsx'),
  },
  {
    path: '/public/follow',
    name: texts.publicFollow,
    action: 'public',
    load: () => import('./public-follow.tsx'),
  },
  {
    path: '/public/appeal',
    name: texts.publicAppeal,
    action: 'public',
    load: () => import('./raise-appeal.tsx'),
  },
  { path: '/public/aid', name: texts.publicAid, action: 'public', load: () => import('./raise-aid.tsx') },
  {
    path: '/public/foreign-complaint',
    name: texts.publicComplaint,
    action: 'public',
    load: () => import('./raise-foreign-complaint.tsx'),
  },
  {
    path: '/petitions',
    name: texts.queue,
    action: 'petition.view',
    nav: 560,
    load: () => import('./queue.tsx'),
  },
  {
    path: '/petition-call',
    name: texts.call,
    action: 'petition.take',
    nav: 565,
    load: () => import('./call.tsx'),
  },
  {
    path: '/petition-call-backs',
    name: texts.callBacks,
    action: 'petition.call-back',
    nav: 570,
    load: () => import('./call-backs.tsx'),
  },
  {
    path: '/petition-tickets',
    name: texts.tickets,
    action: 'petition.import',
    nav: 575,
    load: () => import('./tickets.tsx'),
  },
  {
    path: '/petition-statistics',
    name: texts.statistics,
    action: 'petition.count',
    nav: 580,
    load: () => import('./statistics.tsx'),
  },
  {
    path: '/petitions/:id',
    name: texts.petition,
    action: 'petition.view',
    load: () => import('./petition.tsx'),
  },
]);
