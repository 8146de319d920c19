import { type Draft, put } from './draft.ts';
import type { Random } from './random.ts';
import type { Grouped } from './sections.ts';

/** Writes 同上 or 〃 into some cells: they stand for the cell right above. */
export function sameAsAbove(random: Random, group: Grouped, columns: readonly string[]): void {
  const runs = group.inner ?? [group];
  for (const { drafts } of runs) {
    drafts.forEach((draft, i) => {
      const above = drafts[i - 1];
      if (!above || !random.chance(0.4)) return;
      const column = random.pick(columns);
      const field =
        column === 'places' ? (draft.record['district'] === undefined ? 'districts' : 'district') : column;
      const read = above.record[field];
      if (isSaidOf(draft, column) || isSaidOf(above, column) || read === null || read === undefined) return;
      put(
        draft,
        column,
        { cell: { value: random.pick(['同上', '〃', '同上']) }, value: read, codes: [] },
        field,
      );
    });
  }
}

function isSaidOf({ codes }: Draft, column: string): boolean {
  return codes.some((one) => one.column === column);
}
