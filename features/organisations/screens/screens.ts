import { defineScreens } from '#ui';
import { texts } from '../texts.ts';

export const organisationsScreens = defineScreens([
  {
    path: '/organisations',
    name: texts.organisations,
    action: 'organisation.view',
    nav: 900,
    load: () => import('./organisations.tsx'),
  },
  {
    path: '/organisation-difference',
    name: texts.difference,
    action: 'organisation.edit',
    load: () => import('./difference.tsx'),
  },
  {
    path: '/organisations/:id',
    name: texts.organisations,
    action: 'organisation.view',
    load: () => import('./organisation.tsx'),
  },
]);
