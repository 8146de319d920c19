import type { DeclaredMatter } from './definition.ts';

const kinds = new Map<string, DeclaredMatter>();

/** Every kind that was declared, in the order of declaration. */
export function allMatterKinds(): readonly DeclaredMatter[] {
  return [...kinds.values()];
}

/** A kind that was not declared is a defect of the wiring: no matter can be of it. */
export function matterKind(id: string): DeclaredMatter {
  const kind = kinds.get(id);
  if (!kind) throw new Error(`No kind of matter is declared as ${id}`);
  return kind;
}

export function keepMatterKind(kind: DeclaredMatter): void {
  if (kinds.has(kind.id)) throw new Error(`Two kinds of matter are declared as ${kind.id}`);
  const twin = allMatterKinds().find((one) => one.prefix === kind.prefix);
  if (twin) throw new Error(`${kind.id} and ${twin.id} both number their matters ${kind.prefix}`);
  kinds.set(kind.id, kind);
}
