import type { Static, TSchema } from 'typebox';
import {
  type Document,
  isMap,
  isNode,
  isPair,
  isScalar,
  LineCounter,
  parseDocument,
  type YAMLError,
} from 'yaml';
import type { PackPlace, PackProblem } from './pack-problem.ts';
import { findSchemaFaults } from './schema-fault.ts';

export type YamlPath = readonly (string | number)[];

/** A file that fits its schema; `at` leads from a path in the value back to the line it is written on. */
export type PackYaml<T> = {
  readonly value: T;
  at(...path: YamlPath): PackPlace;
};

export function readYaml<S extends TSchema>(
  file: string,
  text: string,
  schema: S,
): { yaml: PackYaml<Static<S>> | undefined; problems: PackProblem[] } {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const line = (offset: number) => Math.max(1, lines.linePos(offset).line);
  if (document.errors.length > 0) {
    const problems = document.errors.map((error) => ({ file, line: line(error.pos[0]), ...explain(error) }));
    return { yaml: undefined, problems };
  }
  const at = (...path: YamlPath) => ({ file, line: line(offsetOf(document, path)) });
  const value: unknown = document.toJS();
  const faults = findSchemaFaults(schema, value);
  if (faults.length === 0) return { yaml: { value: value as Static<S>, at }, problems: [] };
  const problems = faults.map(({ path, message, remedy }) => ({ ...at(...path), message, remedy }));
  return { yaml: undefined, problems };
}

/** The key, where the path names one; else the node; else the nearest thing above that exists. */
function offsetOf(document: Document, path: YamlPath): number {
  for (let length = path.length; length > 0; length -= 1) {
    const parent: unknown =
      length === 1 ? document.contents : document.getIn(path.slice(0, length - 1), true);
    const last = path[length - 1];
    const pair = isMap(parent)
      ? parent.items.find(
          (item) => isPair(item) && isScalar(item.key) && String(item.key.value) === String(last),
        )
      : undefined;
    const node: unknown = pair?.key ?? document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return document.contents?.range?.[0] ?? 0;
}

function explain(error: YAMLError): { message: string; remedy: string } {
  const unclosed = { message: '缺少冒号、引号或括号', remedy: '请补齐成对的引号、括号，冒号后留一个空格' };
  if (/end with a [\]}]/.test(error.message)) return unclosed;
  switch (error.code) {
    case 'DUPLICATE_KEY':
      return { message: '同一层里有重复的键', remedy: '请删去或合并其中一个' };
    case 'TAB_AS_INDENT':
      return { message: '用制表符缩进', remedy: '请改用空格缩进' };
    case 'BAD_INDENT':
    case 'BLOCK_AS_IMPLICIT_KEY':
      return { message: '缩进不对', remedy: '请与同一层的其他行对齐' };
    case 'MISSING_CHAR':
      return unclosed;
    default:
      return { message: '不是正确的 YAML', remedy: '请检查这一行的缩进、冒号和引号' };
  }
}
