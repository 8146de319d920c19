import { defineScreens } from '#ui';
import { words } from '../texts.ts';

export const pressureScreens = defineScreens([
  {
    path: '/pressure',
    name: words.proposals,
    action: 'pressure.view',
    nav: 600,
    load: () => import('./proposals.tsx'),
  },
  {
    path: '/letters',
    name: words.letters,
    action: 'letter.view',
    nav: 610,
    load: () => import('./letters.tsx'),
  },
  {
    path: '/letters/:id',
    name: words.letter,
    action: 'letter.view',
    load: () => import('./letter.tsx'),
  },
  {
    path: '/pressure/:kind/:id',
    name: words.history,
    action: 'pressure.view',
    load: () => import('./history.tsx'),
  },
]);
