import { defineScreens } from '#ui';
import { lightWords, roleWords, vocabularyWords, words } from '../texts.ts';

export const rulesScreens = defineScreens([
  {
    path: '/rules',
    name: words.rules,
    action: 'overlay.view',
    nav: 890,
    load: () => import('./overview.tsx'),
  },
  {
    path: '/rules/lights',
    name: lightWords.title,
    action: 'overlay.view',
    load: () => import('./lights.tsx'),
  },
  {
    path: '/rules/vocabulary',
    name: vocabularyWords.title,
    action: 'vocabulary.view',
    load: () => import('./vocabulary.tsx'),
  },
  { path: '/rules/roles', name: roleWords.title, action: 'overlay.view', load: () => import('./roles.tsx') },
  { path: '/rules/files/:file', name: words.rules, action: 'overlay.view', load: () => import('./file.tsx') },
  {
    path: '/rules/overlays/:id',
    name: words.changes,
    action: 'overlay.view',
    load: () => import('./overlay.tsx'),
  },
  {
    path: '/rules/overlays/:id/edit',
    name: words.editDraft,
    action: 'overlay.propose',
    load: () => import('./edit-draft.tsx'),
  },
]);
