import { defineScreens } from '#ui';
import { texts } from '../texts.ts';

export const intakeScreens = defineScreens([
  {
    path: '/imports',
    name: texts.imports,
    action: 'import.view',
    nav: 600,
    load: () => import('./imports.tsx'),
  },
  {
    path: '/imports/new',
    name: texts.newImport,
    action: 'import.take',
    load: () => import('./new-import.tsx'),
  },
  {
    path: '/imports/:importId',
    name: texts.imports,
    action: 'import.view',
    load: () => import('./import.tsx'),
  },
]);
