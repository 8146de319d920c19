import { defineScreens } from '#ui';
import { texts } from '../texts.ts';

export const yearScreens = defineScreens([
  { path: '/year', name: texts.year, action: 'plan-window.view', nav: 320, load: () => import('./year.tsx') },
  {
    path: '/year/windows/:windowId',
    name: texts.windows,
    action: 'plan-window.view',
    load: () => import('./window.tsx'),
  },
  {
    path: '/year/carry-over',
    name: texts.carryOver,
    action: 'carry-over.view',
    load: () => import('./carry-over.tsx'),
  },
  {
    path: '/year/structures',
    name: texts.structures,
    action: 'structure.view',
    load: () => import('./structures.tsx'),
  },
  {
    path: '/year/structures/split/:projectId',
    name: texts.split,
    action: 'structure.change',
    load: () => import('./split.tsx'),
  },
  {
    path: '/year/structures/join',
    name: texts.join,
    action: 'structure.change',
    load: () => import('./join.tsx'),
  },
  {
    path: '/year/plan-check',
    name: texts.planCheck,
    action: 'plan-check.view',
    load: () => import('./plan-check.tsx'),
  },
]);
