import { defineScreens } from '#ui';
import { texts } from '../texts.ts';

export const progressScreens = defineScreens([
  {
    path: '/lights',
    name: texts.board,
    action: 'lights.view',
    nav: 410,
    load: () => import('./board.tsx'),
  },
  {
    path: '/light-rules',
    name: texts.rules,
    action: 'lights.view',
    nav: 415,
    load: () => import('./rules.tsx'),
  },
  {
    path: '/lights/evaluations/:evaluationId',
    name: texts.why,
    action: 'lights.why',
    load: () => import('./why.tsx'),
  },
  {
    path: '/projects/:projectId/months',
    name: texts.months,
    action: 'report.view',
    load: () => import('./months.tsx'),
  },
  {
    path: '/projects/:projectId/months/:month',
    name: texts.report,
    action: 'report.view',
    load: () => import('./report.tsx'),
  },
  {
    path: '/projects/:projectId/plans/:year',
    name: texts.plan,
    action: 'plan.save',
    load: () => import('./plan.tsx'),
  },
]);
