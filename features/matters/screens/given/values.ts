import type { MatterFieldView } from '../../contract.ts';

/** What was filled in so far, by field. Files are kept with their names until they are sent. */
export type Values = Readonly<Record<string, unknown>>;
export type SentName = { readonly fileId: string; readonly name: string };

/** The fields an act asks for, required ones first, as the kind describes them. */
export function askedFields(
  fields: readonly MatterFieldView[],
  { requires, takes }: { readonly requires: readonly string[]; readonly takes: readonly string[] },
): { readonly field: MatterFieldView; readonly required: boolean }[] {
  const asked = [...requires, ...takes.filter((id) => !requires.includes(id))];
  return asked.flatMap((id) => {
    const field = fields.find((one) => one.id === id);
    return field ? [{ field, required: requires.includes(id) }] : [];
  });
}

export function isBlank(value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0;
  if (typeof value === 'string') return value.trim() === '';
  return value === undefined || value === null;
}

/** The names of what is required and still blank. A box that is not ticked says no, which is an answer. */
export function missingOf(
  asked: readonly { readonly field: MatterFieldView; readonly required: boolean }[],
  values: Values,
): string[] {
  return asked
    .filter(({ field, required }) => required && field.kind !== 'yes-no' && isBlank(values[field.id]))
    .map(({ field }) => field.name);
}

/** What is sent: blanks left out, texts trimmed, files by id, only what was asked. */
export function givenFrom(
  asked: readonly { readonly field: MatterFieldView }[],
  values: Values,
): Record<string, unknown> {
  const given: Record<string, unknown> = {};
  for (const { field } of asked) {
    const value = values[field.id];
    if (isBlank(value)) continue;
    if (field.kind === 'yes-no' && value !== true) continue;
    if (field.kind === 'files') given[field.id] = (value as readonly SentName[]).map(({ fileId }) => fileId);
    else given[field.id] = typeof value === 'string' ? value.trim() : value;
  }
  return given;
}
