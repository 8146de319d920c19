import { defineScreens } from '#ui';
import { publicTexts, words } from '../texts.ts';

export const bulletinsScreens = defineScreens([
  {
    path: '/bulletins',
    name: words.bulletins,
    action: 'bulletin.view',
    nav: 420,
    load: () => import('./list.tsx'),
  },
  {
    path: '/bulletins/:id',
    name: words.bulletins,
    action: 'bulletin.view',
    load: () => import('./bulletin.tsx'),
  },
  {
    path: '/public',
    name: publicTexts.title,
    action: 'public',
    load: () => import('./public.tsx'),
  },
]);
