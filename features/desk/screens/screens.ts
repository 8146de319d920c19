import { defineScreens } from '#ui';
import { texts } from '../texts.ts';

export const deskScreens = defineScreens([
  { path: '/', name: texts.desk, action: 'signed-in', nav: 100, load: () => import('./desk.tsx') },
]);
