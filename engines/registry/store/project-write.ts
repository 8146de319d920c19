import type { PlainDate } from '#kernel/plain-date';
import type { AspectChange } from '../domain/aspect.ts';
import type { ListImportId, ProjectId } from '../domain/identity.ts';
import type { EntryVerdict } from '../domain/list.ts';
import type { Evidence } from '../domain/stage-change.ts';

/** Why a project is on a list. The verdict of the entry rule is kept whatever the basis. */
export type EntryFact = {
  readonly basis: 'rule' | 'exception' | 'source';
  readonly verdict: EntryVerdict;
  readonly reason?: string | null;
  readonly approver?: string | null;
};

/** What changes in one project. A new project carries its number and all its aspects. */
export type ProjectWrite = {
  readonly projectId: ProjectId;
  readonly number: string;
  readonly version: number;
  readonly isNew: boolean;
  readonly changes: readonly AspectChange[];
};

/** Who changes it, how and why; the same for every project of one act. */
export type WriteContext = {
  readonly act: string;
  readonly onDay: PlainDate;
  readonly actorId: string;
  readonly reason?: string | null;
  readonly importId?: ListImportId | null;
  readonly undoesImport?: ListImportId | null;
  readonly stage?: {
    readonly basis: 'evidence' | 'source' | 'correction';
    readonly evidence: readonly Evidence[];
  };
  readonly entryOf?: (projectId: ProjectId, listId: string) => EntryFact;
  /** Kinds of responsibility with what holds them. */
  readonly holderOf?: (kind: string) => 'person' | 'department' | 'unit';
  /** Bears a name or code another project has, linked to it with a reason. */
  readonly shared?: boolean;
};

export type PickedChange = AspectChange & { readonly projectId: ProjectId; readonly isNew: boolean };

/** The changes of one aspect, or of one family of aspects (`lists:`), over all projects. */
export function pick(writes: readonly ProjectWrite[], prefix: string): PickedChange[] {
  const picked: PickedChange[] = [];
  for (const { projectId, isNew, changes } of writes) {
    for (const { aspect, before, after } of changes) {
      if (aspect.startsWith(prefix)) picked.push({ aspect, before, after, projectId, isNew });
    }
  }
  return picked;
}
