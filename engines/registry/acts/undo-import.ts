import { audit, type City } from '#access';
import type { PlainDate } from '#kernel/plain-date';
import { defineRefusals, ensure, refuse } from '#kernel/refusal';
import { type AspectChange, aspectsOf, type ProjectCard } from '../domain/aspect.ts';
import type { ListImportId, ProjectId } from '../domain/identity.ts';
import type { MembershipChange } from '../domain/list-import.ts';
import { normalName } from '../domain/name.ts';
import { listChanges } from '../domain/plan-import.ts';
import { lockListImport } from '../store/list-import.ts';
import { lockProjects } from '../store/project-index.ts';
import {
  type ImportedChange,
  type LaterFact,
  listImportedChanges,
  listLaterFacts,
  listTaken,
  markUndone,
  reverseDated,
} from '../store/undo-import.ts';
import { writeReversal } from '../store/write-reversal.ts';

defineRefusals({
  'list_import.not_found': { status: 404, text: '没有这次导入，或者那次导入没有写入任何内容' },
  'list_import.already_undone': { status: 409, text: '这次导入已经撤销' },
  'list_import.undo_needs_reason': { status: 422, text: '撤销导入须填写理由' },
  'list_import.undo_blocked': {
    status: 409,
    text: '不能撤销：有{count}个项目在导入之后又有新的记录（{names}），请先处理这些记录',
  },
});

export type DependentFact = { readonly projectId: ProjectId; readonly what: string };

export type ImportUndo = {
  readonly importId: ListImportId;
  readonly reason: string;
  /** Asks what else was built on these projects (plans, reports); what is named blocks the undoing. */
  readonly dependents?: (projects: {
    readonly entered: readonly ProjectId[];
    readonly changed: readonly ProjectId[];
  }) => Promise<readonly DependentFact[]>;
};

export type ImportUndone = {
  readonly withdrawn: readonly {
    readonly projectId: ProjectId;
    readonly number: string;
    readonly name: string;
  }[];
  readonly restored: readonly {
    readonly projectId: ProjectId;
    readonly number: string;
    readonly name: string;
  }[];
  readonly memberships: readonly MembershipChange[];
};

/**
 * Takes an import back by new facts: what it stated never held, what it replaced holds on, projects it entered leave
 * the library and keep their number. Refused, with names, where something later stands on it.
 */
export async function undoImport(city: City, undo: ImportUndo): Promise<ImportUndone> {
  const { tx, actor } = city;
  const { importId, reason } = undo;
  ensure(reason.trim(), 'list_import.undo_needs_reason');
  await lockProjects(tx);
  const kept = (await lockListImport(tx, importId)) ?? refuse('list_import.not_found');
  ensure(!kept.undoneAt, 'list_import.already_undone');
  const changes = await listImportedChanges(tx, importId);
  const byProject = Map.groupBy(changes, (change) => change.projectId);
  const heads = [...byProject.values()].flatMap((rows) => rows[0] ?? []);
  const entered = heads.filter((head) => head.entered);
  const changed = heads.filter((head) => !head.entered);
  const later = [...(await listLaterFacts(tx, importId)), ...(await listTaken(tx, wantedBack(changes)))];
  await refuseBlocked(undo, later, { entered, changed });
  const writes = heads.map((head) => ({
    projectId: head.projectId,
    number: head.number,
    version: head.version,
    isNew: false,
    changes: reversalOf(byProject.get(head.projectId) ?? []),
  }));
  await reverseDated(tx, importId, { reason });
  await writeReversal(tx, writes, {
    act: 'list-import-undo',
    onDay: kept.effectiveOn as PlainDate,
    actorId: actor.accountId,
    reason,
    undoesImport: importId,
    stage: { basis: 'correction', evidence: [] },
  });
  await markUndone(tx, importId, { actorId: actor.accountId, reason });
  await audit(city, {
    action: 'list.import-undo',
    object: 'list-import',
    objectId: importId,
    details: { withdrawn: entered.length, restored: changed.length, reason },
  });
  const refOf = ({ projectId, number, name }: ImportedChange) => ({ projectId, number, name });
  const memberships = writes.flatMap(({ projectId, changes: reversed }) => {
    const { added, removed } = listChanges(reversed);
    const of =
      (change: MembershipChange['change']) =>
      (listId: string): MembershipChange => ({
        ...{ listId, year: kept.year, projectId, change, onDay: kept.effectiveOn as PlainDate },
      });
    return [...added.map(of('added')), ...removed.map(of('removed'))];
  });
  return { withdrawn: entered.map(refOf), restored: changed.map(refOf), memberships };
}

/** A project that leaves keeps its card for the record; the rest goes back to what it was. */
function reversalOf(rows: readonly ImportedChange[]): AspectChange[] {
  const entered = rows.some((row) => row.entered);
  const reversed = rows
    .flatMap((row) => aspectsOf(row))
    .filter((row) => row.aspect !== 'withdrawn')
    .filter((row) => !entered || !['card', 'detail', 'districts', 'stage'].includes(row.aspect))
    .map(({ aspect, before, after }): AspectChange => ({ aspect, before: after, after: before }));
  return entered ? [...reversed, { aspect: 'withdrawn', before: false, after: true }] : reversed;
}

/** The names and codes that projects the import changed had before. */
function wantedBack(changes: readonly ImportedChange[]) {
  const cards = changes.filter((one) => one.aspect === 'card' && !one.entered);
  const codes = changes.filter((one) => one.aspect === 'code' && !one.entered && one.before !== null);
  return {
    names: cards.map((one) => normalName((one.before as ProjectCard).name)),
    codes: codes.map((one) => String(one.before)),
    ours: [...new Set(changes.map((one) => one.projectId))],
  };
}

async function refuseBlocked(
  undo: ImportUndo,
  later: readonly LaterFact[],
  heads: { readonly entered: readonly ImportedChange[]; readonly changed: readonly ImportedChange[] },
): Promise<void> {
  const idsOf = (rows: readonly ImportedChange[]) => rows.map((row) => row.projectId);
  const outside =
    (await undo.dependents?.({ entered: idsOf(heads.entered), changed: idsOf(heads.changed) })) ?? [];
  const known = new Map([...heads.entered, ...heads.changed].map((head) => [head.projectId, head]));
  const blocked = [
    ...later.map(({ number, name, act }) => ({ number, name, what: act })),
    ...outside.map(({ projectId, what }) => {
      const { number = '', name = '' } = known.get(projectId) ?? {};
      return { number, name, what };
    }),
  ];
  if (blocked.length === 0) return;
  const projects = [...new Set(blocked.map(({ number, name }) => `${number}${name}`))];
  const names = projects.slice(0, 5).join('、') + (projects.length > 5 ? '等' : '');
  refuse('list_import.undo_blocked', { count: projects.length, names, projects: blocked });
}
