import { defineRefusals, ensure, refuse } from '#kernel/refusal';
import type { ProjectId } from './identity.ts';
import type { ListRow } from './list-import.ts';
import { normalName } from './name.ts';

defineRefusals({
  'list_import.code_name_conflict': {
    status: 409,
    text: '第“{ref}”行：名称“{name}”是项目{number}的，代码{code}却是项目{other}“{otherName}”的，请核对后重新导入',
  },
  'list_import.unknown_project': { status: 422, text: '第“{ref}”行指定的项目不存在' },
});

/** A project the city has, by what a row can be matched with. */
export type KnownProject = {
  readonly projectId: ProjectId;
  readonly number: string;
  readonly name: string;
  readonly code: string | null;
  readonly withdrawn: boolean;
};

/**
 * `known`: the row states this project. `new`: none has its name or code. `duplicate`: an earlier row of the workbook
 * (by its index) stands for the project.
 */
export type RowMatch =
  | { readonly row: ListRow; readonly kind: 'known'; readonly project: KnownProject }
  | { readonly row: ListRow; readonly kind: 'new' }
  | { readonly row: ListRow; readonly kind: 'duplicate'; readonly of: number };

type Slot = { readonly known?: KnownProject; claimedBy?: number };

/** A row belongs to the project a person confirmed for it, else to the one with its name, else with its code. */
export function matchRows(rows: readonly ListRow[], known: readonly KnownProject[]): RowMatch[] {
  const slots = known.map((project): Slot => ({ known: project }));
  const byId = new Map(slots.map((slot) => [slot.known?.projectId, slot]));
  const byName = new Map<string, Slot>();
  const byCode = new Map<string, Slot>();
  const enter = (slot: Slot, name: string, code: string | null) => {
    if (!byName.has(name)) byName.set(name, slot);
    if (code && !byCode.has(code)) byCode.set(code, slot);
  };
  // Withdrawn projects are taken up again only where no living one fits.
  const entered = [...slots].sort((a, b) => Number(a.known?.withdrawn) - Number(b.known?.withdrawn));
  for (const slot of entered) if (slot.known) enter(slot, normalName(slot.known.name), slot.known.code);

  return rows.map((row, index): RowMatch => {
    const name = normalName(row.record.name);
    const code = row.record.code;
    const confirmed = row.projectId ? byId.get(row.projectId) : undefined;
    if (row.projectId) ensure(confirmed, 'list_import.unknown_project', { ref: row.ref });
    const named = byName.get(name);
    const coded = code ? byCode.get(code) : undefined;
    const slot = confirmed ?? named ?? coded ?? {};
    if (slot.claimedBy !== undefined) return { row, kind: 'duplicate', of: slot.claimedBy };
    refuseConflict(row, slot, coded);
    slot.claimedBy = index;
    enter(slot, name, code);
    return slot.known ? { row, kind: 'known', project: slot.known } : { row, kind: 'new' };
  });
}

/** A code cannot move from one living project to another because a workbook says so. */
function refuseConflict(row: ListRow, slot: Slot, coded: Slot | undefined): void {
  const other = coded?.known;
  if (!other || coded === slot || other.withdrawn) return;
  refuse('list_import.code_name_conflict', {
    ref: row.ref,
    name: row.record.name,
    number: slot.known?.number ?? '（新）',
    code: row.record.code,
    other: other.number,
    otherName: other.name,
  });
}
