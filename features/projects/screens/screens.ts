import { defineScreens } from '#ui';
import { texts } from '../texts.ts';

export const projectsScreens = defineScreens([
  {
    path: '/projects',
    name: texts.projects,
    action: 'project.view',
    nav: 200,
    load: () => import('./list.tsx'),
  },
  {
    path: '/watch',
    name: texts.watch,
    action: 'project.view-gaps',
    nav: 210,
    load: () => import('./watch.tsx'),
  },
  {
    path: '/projects/new',
    name: texts.newProject,
    action: 'project.create',
    load: () => import('./create.tsx'),
  },
  {
    path: '/projects/:id',
    name: texts.projects,
    action: 'project.view',
    load: () => import('./project.tsx'),
  },
  {
    path: '/projects/:id/edit',
    name: texts.edit,
    action: 'project.edit',
    load: () => import('./edit.tsx'),
  },
]);
