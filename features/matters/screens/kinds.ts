import type { OutputOf } from '#http/client';
import { useRoute } from '#ui';
import { type MatterKindView, matterKinds } from '../contract.ts';

export type Kinds = OutputOf<typeof matterKinds>;
export type OrgId = Kinds['organisations'][number]['orgId'];

/** What kinds there are, what each asks for, and what this reader may do: asked once and kept. */
export function useKinds() {
  return useRoute(matterKinds, {});
}

export function kindOf(kinds: Kinds, id: string): MatterKindView | undefined {
  return kinds.kinds.find((kind) => kind.id === id);
}
