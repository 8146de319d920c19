import type { TSchema } from 'typebox';

type AnySchema = {
  readonly type?: string | readonly string[];
  readonly anyOf?: readonly AnySchema[];
  readonly items?: AnySchema;
  readonly properties?: Readonly<Record<string, AnySchema>>;
};

/**
 * Reads texts of a path, a query or a form as the schema wants them. What does not read stays a text and is then
 * refused by name; nothing is rounded or guessed.
 */
export function coerceTexts(
  schema: TSchema,
  texts: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const properties = (schema as AnySchema).properties ?? {};
  const read: Record<string, unknown> = {};
  for (const [name, text] of Object.entries(texts)) {
    const property = properties[name];
    if (text === '' && property && !accepts(property, 'string')) continue;
    read[name] = property ? coerce(property, text) : text;
  }
  return read;
}

function coerce(schema: AnySchema, value: unknown): unknown {
  if (accepts(schema, 'array')) {
    const items = itemsOf(schema) ?? {};
    const list = typeof value === 'string' && value.startsWith('[') ? fromJson(value) : value;
    return (Array.isArray(list) ? list : [list]).map((item) => coerce(items, item));
  }
  if (typeof value !== 'string' || accepts(schema, 'string')) return value;
  const numeric = accepts(schema, 'integer') || accepts(schema, 'number');
  if (numeric && /^-?\d{1,15}(\.\d{1,12})?$/.test(value)) return Number(value);
  if (accepts(schema, 'boolean') && /^(true|false)$/.test(value)) return value === 'true';
  if (accepts(schema, 'null') && value === 'null') return null;
  if (accepts(schema, 'object') || isOpen(schema)) return fromJson(value);
  return value;
}

function accepts(schema: AnySchema, type: string): boolean {
  if (schema.anyOf) return schema.anyOf.some((one) => accepts(one, type));
  return schema.type === type || (Array.isArray(schema.type) && schema.type.includes(type));
}

function itemsOf(schema: AnySchema): AnySchema | undefined {
  return schema.items ?? schema.anyOf?.find((one) => one.items)?.items;
}

/** Accepts whatever JSON can say. */
function isOpen(schema: AnySchema): boolean {
  return schema.type === undefined && schema.anyOf === undefined;
}

function fromJson(text: string): unknown {
  if (!/^[[{]/.test(text)) return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
