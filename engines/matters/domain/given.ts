import type { MatterDefinition } from './definition.ts';
import type { Given } from './event.ts';

/** Names of the fields that are asked for and were not given. */
export function missingFields(
  definition: MatterDefinition,
  fields: readonly string[],
  given: Given,
): string[] {
  return fields
    .filter((field) => isBlank(given[field]))
    .map((field) => definition.fields[field]?.text ?? field);
}

function isBlank(value: unknown): boolean {
  if (value === undefined || value === null) return true;
  if (Array.isArray(value)) return value.length === 0;
  return typeof value === 'string' && value.trim() === '';
}

/** Only what the definition knows is kept; values are trimmed, blanks left out. */
export function cleanGiven(fields: readonly string[], given: Given): Given {
  return Object.fromEntries(
    fields
      .map((field) => [field, typeof given[field] === 'string' ? given[field].trim() : given[field]] as const)
      .filter(([, value]) => !isBlank(value)),
  );
}
