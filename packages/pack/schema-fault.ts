import type { TSchema } from 'typebox';
import { Value } from 'typebox/value';

/** What does not fit a schema, where, and what would fit. */
export type SchemaFault = {
  readonly path: readonly string[];
  readonly message: string;
  readonly remedy: string;
};

type SchemaError = { keyword: string; schemaPath: string; instancePath: string; params: unknown };

/** Keys the schema does not name are faults everywhere: a misspelt key must not pass silently. */
export function findSchemaFaults(schema: TSchema, value: unknown): SchemaFault[] {
  const closed = closeObjects(JSON.parse(JSON.stringify(schema)));
  const errors = [...Value.Errors(closed as TSchema, value)] as SchemaError[];
  const unions = errors.filter((error) => error.keyword === 'anyOf');
  const inUnion = (error: SchemaError) =>
    unions.some((union) => error !== union && error.schemaPath.startsWith(`${union.schemaPath}/anyOf/`));
  return errors
    .filter((error) => error.keyword !== 'boolean' && !inUnion(error))
    .flatMap((error) => faultsOf(error, errors, closed));
}

function faultsOf(error: SchemaError, errors: SchemaError[], schema: unknown): SchemaFault[] {
  const path = splitPointer(error.instancePath);
  const name = path.at(-1) ?? '文件';
  const params = error.params as Record<string, unknown>;
  const fault = (message: string, remedy: string) => [{ path, message, remedy }];
  switch (error.keyword) {
    case 'required':
      return (params['requiredProperties'] as string[]).map((key) => ({
        path,
        message: `缺少“${key}”`,
        remedy: `请补上“${key}”`,
      }));
    case 'additionalProperties':
      return (params['additionalProperties'] as string[]).map((key) => ({
        path: [...path, key],
        message: `没有“${key}”这一项`,
        remedy: `请删去或改正拼写，可用的有：${knownKeys(schema, error.schemaPath).join('、')}`,
      }));
    case 'anyOf': {
      const allowed = errors
        .filter((one) => one.keyword === 'const' && one.schemaPath.startsWith(`${error.schemaPath}/anyOf/`))
        .map((one) => String((one.params as { allowedValue: unknown }).allowedValue));
      if (allowed.length === 0) return fault(`“${name}”的写法不对`, '请对照说明文件 packs/README.md 改正');
      return fault(`“${name}”的取值不在可填范围内`, `请改为：${allowed.join('、')}`);
    }
    case 'const':
      return fault(`“${name}”的取值不在可填范围内`, `请改为：${String(params['allowedValue'])}`);
    case 'enum':
      return fault(
        `“${name}”的取值不在可填范围内`,
        `请改为：${(params['allowedValues'] as unknown[]).join('、')}`,
      );
    case 'type':
      return fault(`“${name}”的类型不对`, `请改为${typeNames[String(params['type'])] ?? '规定的类型'}`);
    case 'pattern':
      return fault(`“${name}”的格式不对`, `请改为${describedAs(schema, error) ?? String(params['pattern'])}`);
    case 'minItems':
    case 'minLength':
      return fault(`“${name}”不能为空`, '请至少填写一项');
    case 'minimum':
    case 'maximum':
    case 'exclusiveMinimum':
    case 'exclusiveMaximum':
      return fault(`“${name}”超出范围`, `应${String(params['comparison'])} ${String(params['limit'])}`);
    default:
      return fault(`“${name}”不符合要求（${error.keyword}）`, '请对照说明文件 packs/README.md 改正');
  }
}

const typeNames: Readonly<Record<string, string>> = {
  string: '文字（数字编号请加引号）',
  number: '数字',
  integer: '整数',
  boolean: 'true 或 false',
  array: '列表（每项以“- ”开头）',
  object: '“键: 值”的形式',
};

function splitPointer(pointer: string): string[] {
  const parts = pointer.split('/').slice(1);
  return parts.map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
}

function knownKeys(schema: unknown, schemaPath: string): string[] {
  const node = nodeAt(schema, schemaPath);
  return isObject(node) && isObject(node['properties']) ? Object.keys(node['properties']) : [];
}

/** The schema's own words for the value, where it has any. */
function describedAs(schema: unknown, error: SchemaError): string | undefined {
  const node = nodeAt(schema, error.schemaPath);
  return isObject(node) && typeof node['description'] === 'string' ? node['description'] : undefined;
}

function nodeAt(schema: unknown, schemaPath: string): unknown {
  let node: unknown = schema;
  for (const part of splitPointer(schemaPath)) {
    node = isObject(node) || Array.isArray(node) ? (node as Record<string, unknown>)[part] : undefined;
  }
  return node;
}

function closeObjects(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closeObjects);
  if (!isObject(schema)) return schema;
  const closed = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, closeObjects(value)]));
  const isOpen =
    isObject(schema['properties']) && !('type' in schema['properties'] && isObject(schema['type']));
  return isOpen && !('additionalProperties' in closed) ? { ...closed, additionalProperties: false } : closed;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
