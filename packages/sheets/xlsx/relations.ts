import type { Limits } from '../limits.ts';
import { type Archive, partKey, unpack } from './archive.ts';
import { readXml } from './parse-xml.ts';

/** `kind` is the last word of the type's address, the same in the transitional and the strict standard. */
export type Relation = { readonly id: string; readonly kind: string; readonly part: string };

export async function readRelations(archive: Archive, part: string, limits: Limits): Promise<Relation[]> {
  const slash = part.lastIndexOf('/') + 1;
  const entry = archive.parts.get(`${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`);
  const relations: Relation[] = [];
  if (!entry) return relations;
  await readXml(unpack(archive, entry, limits), archive.name, {
    open(name, attributes) {
      if (name !== 'Relationship' || attributes['TargetMode'] === 'External') return;
      const kind = attributes['Type']?.split('/').at(-1) ?? '';
      relations.push({ id: attributes['Id'] ?? '', kind, part: resolve(part, attributes['Target'] ?? '') });
    },
  });
  return relations;
}

/** A target is relative to the folder of the part, or absolute with a leading slash. */
function resolve(part: string, target: string): string {
  const clean = target.replaceAll('\\', '/');
  const steps = clean.startsWith('/') ? [] : part.split('/').slice(0, -1);
  for (const step of clean.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return partKey(steps.join('/'));
}
