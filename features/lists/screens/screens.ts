import { defineScreens } from '#ui';
import { texts } from '../texts.ts';

export const listsScreens = defineScreens([
  { path: '/lists', name: texts.lists, action: 'list.view', nav: 300, load: () => import('./lists.tsx') },
  {
    path: '/lists/mismatches',
    name: texts.mismatches,
    action: 'list.view',
    load: () => import('./mismatches.tsx'),
  },
  { path: '/lists/:list', name: texts.lists, action: 'list.view', load: () => import('./list.tsx') },
]);
