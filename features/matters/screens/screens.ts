import { defineScreens } from '#ui';
import { texts } from './texts.ts';

export const mattersScreens = defineScreens([
  {
    path: '/decisions',
    name: texts.decisions,
    action: 'leader-request.answer',
    nav: 120,
    load: () => import('./decisions.tsx'),
  },
  {
    path: '/matter-board',
    name: texts.board,
    action: 'matter.view',
    nav: 500,
    load: () => import('./board.tsx'),
  },
  {
    path: '/matters',
    name: texts.matters,
    action: 'matter.view',
    nav: 510,
    load: () => import('./list.tsx'),
  },
  {
    path: '/matters/new',
    name: texts.open,
    action: 'matter.open',
    load: () => import('./open.tsx'),
  },
  {
    path: '/matters/proposals',
    name: texts.proposals,
    action: 'matter.open',
    load: () => import('./proposals.tsx'),
  },
  {
    path: '/matters/:id',
    name: texts.matter,
    action: 'matter.view',
    load: () => import('./matter.tsx'),
  },
  {
    path: '/matter-wall',
    name: texts.wall,
    action: 'matter.view',
    whole: true,
    load: () => import('./wall.tsx'),
  },
  {
    path: '/leader-requests',
    name: texts.requests,
    action: 'leader-request.view',
    nav: 530,
    load: () => import('./requests.tsx'),
  },
  {
    path: '/matter-statistics',
    name: texts.statistics,
    action: 'matter.view-statistics',
    nav: 540,
    load: () => import('./statistics.tsx'),
  },
  {
    path: '/excluded-periods',
    name: texts.periods,
    action: 'clock.view',
    nav: 550,
    load: () => import('./periods.tsx'),
  },
]);
