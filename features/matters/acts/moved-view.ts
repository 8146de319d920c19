import { type HeldMatter, matterKind } from '#engines/matters';

/** What every act answers with. */
export function movedView({ row }: HeldMatter) {
  const { matterId, number, state, version } = row;
  return {
    matterId,
    number,
    state: { id: state, name: matterKind(row.kind).states[state] ?? state },
    version,
  };
}
