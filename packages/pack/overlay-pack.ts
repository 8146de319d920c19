import { existsSync, readFileSync } from 'node:fs';
import { basename, join, matchesGlob } from 'node:path';
import type { Replaced } from './pack-files.ts';
import type { PackProblem } from './pack-problem.ts';
import type { Pack, PackSection, PackSource } from './pack-section.ts';
import { crossProblems, readSection } from './read-pack.ts';

/** The shipped pack with files of its city's layer replaced or added. Only sections that read one of them are read again. */
export function overlayPack(from: Pack, files: Replaced): { pack: Pack; problems: PackProblem[] } {
  const pack = shippedPack(from);
  if (files.size === 0) return { pack, problems: [] };
  const { dirs, readers } = sourceOf(pack);
  const values = new Map(pack.sections);
  const touched = readers.filter((section) => [...files.keys()].some((path) => reads(section, path)));
  for (const section of touched) values.delete(section.id);
  const problems = touched.flatMap((section) => readSection(dirs, section, values, files));
  const overlaid: Pack = { ...pack, sections: values, shipped: pack, replaced: files };
  return { pack: overlaid, problems: problems.length > 0 ? problems : crossProblems(overlaid, readers) };
}

/** The pack as it stands, with one more file as somebody would have it. */
export function withFile(pack: Pack, path: string, text: string): { pack: Pack; problems: PackProblem[] } {
  return overlayPack(pack, new Map([...(pack.replaced ?? []), [path, text]]));
}

/** The pack as its folders say it. */
export function shippedPack(pack: Pack): Pack {
  return pack.shipped ?? pack;
}

/** What of a change on screen is not allowed, by the section that reads the file. */
export function changeProblems(path: string, after: Pack, before: Pack): PackProblem[] {
  const section = sectionReading(before, path);
  const [now, was] = [after, before].map(({ sections }) => section && sections.get(section.id));
  return section?.checkChange?.(now, was) ?? [];
}

/** The section that reads a file of that path; undefined where none does. */
export function sectionReading(pack: Pack, path: string): PackSection<unknown> | undefined {
  return sourceOf(pack).readers.find((section) => reads(section, path));
}

export type PackText = { readonly layer: string; readonly text: string };

/** A file as the layers hold it, lowest first; layers without it are left out. `city` marks the topmost. */
export function packTexts(pack: Pack, path: string): (PackText & { readonly city: boolean })[] {
  const { dirs } = sourceOf(pack);
  return dirs.flatMap((dir) => {
    const file = join(dir, path);
    if (!existsSync(file)) return [];
    return [{ layer: basename(dir), text: readFileSync(file, 'utf8'), city: dir === dirs.at(-1) }];
  });
}

function reads(section: PackSection<unknown>, path: string): boolean {
  return section.files.some((pattern) => matchesGlob(path, pattern));
}

/** A pack made by hand has no folders to read again: a defect of the wiring. */
function sourceOf(pack: Pack): PackSource {
  if (!pack.source) throw new Error(`Pack ${pack.id} was not read from folders`);
  return pack.source;
}
