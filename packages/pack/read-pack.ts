import { basename, join, matchesGlob, relative } from 'node:path';
import { calendarSection } from './calendar-section.ts';
import { citySection } from './city-section.ts';
import { demonstrationSection } from './demonstration-section.ts';
import { listFiles, openPackFiles, type Replaced } from './pack-files.ts';
import type { PackProblem } from './pack-problem.ts';
import type { Pack, PackSection } from './pack-section.ts';
import { sectionOf } from './pack-section.ts';

const ownSections: readonly PackSection<unknown>[] = [citySection, calendarSection, demonstrationSection];

/** Files for people that no section reads. */
const forReaders = ['README.md'];

/** Reads the layers, lowest first, into one pack, and gathers all that is wrong. */
export function readPack(
  dirs: readonly string[],
  sections: readonly PackSection<unknown>[],
): { pack: Pack; problems: PackProblem[] } {
  const all = [...ownSections, ...sections];
  const values = new Map<string, unknown>();
  const problems = all.flatMap((section) => readSection(dirs, section, values));
  const city = values.get(citySection.id) as ReturnType<typeof citySection.read>['value'] | undefined;
  const { id = '', cityId = 0, name = '', keyPrefix = '' } = city ?? {};
  const source = { dirs, readers: all };
  const pack: Pack = { id, cityId, name, keyPrefix, sections: values, source };
  return { pack, problems: problems.length > 0 ? problems : crossProblems(pack, all) };
}

/** What only several sections together show. */
export function crossProblems(pack: Pack, sections: readonly PackSection<unknown>[]): PackProblem[] {
  return sections.flatMap((section) => section.check?.(sectionOf(pack, section), pack) ?? []);
}

/** Reads one section of all layers; `replaced` are files of the topmost. */
export function readSection(
  dirs: readonly string[],
  section: PackSection<unknown>,
  values: Map<string, unknown>,
  replaced?: Replaced,
): PackProblem[] {
  const problems: PackProblem[] = [];
  for (const dir of dirs) {
    const files = openPackFiles(dir, shownPath(dir), dir === dirs.at(-1) ? replaced : undefined);
    if (!section.files.some((pattern) => files.list(pattern).length > 0)) continue;
    const read = section.read(files);
    problems.push(...read.problems);
    const lower = values.get(section.id);
    const merged = lower !== undefined && section.merge ? section.merge(lower, read.value) : read.value;
    values.set(section.id, merged);
  }
  if (values.has(section.id)) return problems;
  if (section.empty !== undefined) values.set(section.id, section.empty);
  else problems.push(absent(dirs, section));
  return problems;
}

function absent(dirs: readonly string[], section: PackSection<unknown>): PackProblem {
  const file = join(shownPath(dirs.at(-1) ?? '.'), section.files[0] ?? '').replaceAll('\\', '/');
  return { file, line: 1, message: '缺少这个文件', remedy: '请对照说明文件 packs/README.md 补上' };
}

/** Files in the folders that no section reads: usually a misspelt name. */
export function findUnknownFiles(
  dirs: readonly string[],
  sections: readonly PackSection<unknown>[],
): PackProblem[] {
  const patterns = [...ownSections, ...sections].flatMap((section) => section.files);
  return dirs.flatMap((dir) =>
    listFiles(dir)
      .filter((path) => !forReaders.includes(basename(path)))
      .filter((path) => !patterns.some((pattern) => matchesGlob(path, pattern)))
      .map((path) => ({
        file: join(shownPath(dir), path).replaceAll('\\', '/'),
        line: 1,
        message: '没有哪一部分会读取这个文件',
        remedy: `请删去，或改用正确的文件名：${patterns.join('、')}`,
      })),
  );
}

function shownPath(dir: string): string {
  const path = relative(process.cwd(), dir);
  return path === '' ? '.' : path.startsWith('..') ? dir : path;
}
