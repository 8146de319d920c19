import { isMonth, type Month } from '#kernel/month';
import type { MatterProposal } from '../../contract.ts';
import type { ProjectId } from '../project-picker.tsx';

/** What the form begins with, from its address: a project's page or a proposal leads here. */
export type Start = {
  readonly kind?: string | undefined;
  readonly title?: string | undefined;
  readonly content?: string | undefined;
  readonly projectId?: ProjectId | undefined;
  readonly projectName?: string | undefined;
  readonly source?: 'report' | 'light' | undefined;
  readonly month?: Month | undefined;
};

export function startIn(search: string): Start {
  const given = new URLSearchParams(search);
  const text = (key: string) => given.get(key) ?? undefined;
  const month = text('month');
  return {
    kind: text('kind'),
    title: text('title'),
    content: text('content'),
    projectId: text('projectId') as ProjectId | undefined,
    projectName: text('projectName'),
    source: (['report', 'light'] as const).find((one) => one === given.get('source')),
    month: month && isMonth(month) ? month : undefined,
  };
}

export function startSearch({ title, content, project, source, month }: MatterProposal): string {
  const search = new URLSearchParams({ kind: 'problem', title, content, source, month });
  search.set('projectId', project.projectId);
  search.set('projectName', `${project.number} ${project.name}`);
  return search.toString();
}
