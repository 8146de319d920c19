import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, matchesGlob } from 'node:path';
import type { Static, TSchema } from 'typebox';
import { findConditionFaults } from '#kernel/condition';
import { conditionOps } from '#kernel/condition-op';
import type { PackPlace, PackProblem } from './pack-problem.ts';
import { type CsvColumns, type CsvRow, readCsv } from './read-csv.ts';
import { type PackYaml, readYaml, type YamlPath } from './read-yaml.ts';

/** The files of one layer of a pack, as a section reads them. What is wrong is gathered on the way. */
export type PackFiles = {
  /** Name of the layer's folder. */
  readonly layer: string;
  readonly problems: readonly PackProblem[];
  has(path: string): boolean;
  /** Existing files that match, such as `calendar/*.yaml`, in name order. */
  list(pattern: string): string[];
  /** undefined if the file is absent or does not fit its schema (which then is a problem). */
  yaml<S extends TSchema>(path: string, schema: S): PackYaml<Static<S>> | undefined;
  /** No rows if the file is absent. */
  csv<const C extends CsvColumns>(path: string, columns: C): CsvRow<C>[];
  report(at: PackPlace, message: string, remedy: string): void;
  /** Reports what is wrong in a condition tree that stands at a path of a YAML file. */
  checkCondition(yaml: PackYaml<unknown>, path: YamlPath, tree: unknown, known: ConditionNames): void;
  /** The section's answer: its value, and all problems met so far. */
  result<T>(value: T): { value: T; problems: PackProblem[] };
};

export type ConditionNames = { readonly fields: readonly string[]; readonly parameters?: readonly string[] };

/** Texts that stand in for files of a layer, by path; a path the folder lacks is one more file. */
export type Replaced = ReadonlyMap<string, string>;

export function openPackFiles(dir: string, shownAs = dir, replaced: Replaced = new Map()): PackFiles {
  const problems: PackProblem[] = [];
  const shown = (path: string) => (replaced.has(path) ? path : join(shownAs, path).replaceAll('\\', '/'));
  const text = (path: string) => replaced.get(path) ?? readFileSync(join(dir, path), 'utf8');
  const all = [...new Set([...listFiles(dir), ...replaced.keys()])].sort();
  const has = (path: string) => all.includes(path);
  return {
    layer: basename(dir),
    problems,
    has,
    list: (pattern) => all.filter((path) => matchesGlob(path, pattern)),
    yaml(path, schema) {
      if (!has(path)) return undefined;
      const read = readYaml(shown(path), text(path), schema);
      problems.push(...read.problems);
      return read.yaml;
    },
    csv(path, columns) {
      if (!has(path)) return [];
      const read = readCsv(shown(path), text(path), columns);
      problems.push(...read.problems);
      return read.rows;
    },
    report: (at, message, remedy) => void problems.push({ file: at.file, line: at.line, message, remedy }),
    checkCondition(yaml, path, tree, known) {
      for (const fault of findConditionFaults(tree, known.fields, known.parameters)) {
        const remedy = conditionRemedy(fault.path.at(-1), known);
        problems.push({ ...yaml.at(...path, ...fault.path), message: fault.message, remedy });
      }
    },
    result: (value) => ({ value, problems: [...problems] }),
  };
}

function conditionRemedy(part: string | number | undefined, known: ConditionNames): string {
  if (part === 'field') return `可用的字段有：${known.fields.join('、')}`;
  if (part === 'op') return `可用的比较有：${conditionOps.join('、')}`;
  if (part !== 'value') return '末端写成 { field: 字段, op: 比较, value: 值 }，用 all、any、not 组合';
  const parameters = known.parameters ?? [];
  return `请写一个值，如 1亿元${parameters.length > 0 ? `；可用的参数有：${parameters.join('、')}` : ''}`;
}

/** Every file below a folder, with `/`, in name order. */
export function listFiles(dir: string): string[] {
  if (!existsSync(dir)) return [];
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name).slice(dir.length).replaceAll('\\', '/').replace(/^\/+/, ''),
    )
    .sort();
}
