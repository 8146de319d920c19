import type { ProjectId } from './identity.ts';
import { coreName, normalName } from './name.ts';

export type Lookalike = {
  readonly projectId: ProjectId;
  readonly number: string;
  readonly name: string;
  readonly code: string | null;
  readonly sameSponsor: boolean;
};

export type SameBy = 'name' | 'code' | 'sponsor';

export const sameByNames: Readonly<Record<SameBy, string>> = {
  name: '名称相同',
  code: '项目代码相同',
  sponsor: '统一社会信用代码相同且名称相近',
};

/** The first existing project this one duplicates: by name, by code, or by sponsor with a name alike but for form. */
export function findDuplicate(
  project: { readonly projectId?: ProjectId; readonly name: string; readonly code: string | null },
  others: readonly Lookalike[],
): { readonly other: Lookalike; readonly same: SameBy } | undefined {
  for (const other of others) {
    if (other.projectId === project.projectId) continue;
    if (normalName(other.name) === normalName(project.name)) return { other, same: 'name' };
    if (project.code && other.code === project.code) return { other, same: 'code' };
    if (other.sameSponsor && coreName(other.name) === coreName(project.name))
      return { other, same: 'sponsor' };
  }
  return undefined;
}
