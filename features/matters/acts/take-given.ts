import { type City, ensureNotSecret } from '#access';
import {
  type DeclaredMatter,
  type Given,
  type GivenFile,
  kindRulesOf,
  type MatterField,
} from '#engines/matters';
import { listOrganisations } from '#engines/registry';
import { type FileId, findFile } from '#files';
import { isId } from '#kernel/id';
import { ensure, refuse } from '#kernel/refusal';
import { fieldWants, fitsField } from '../domain/field-value.ts';
import '../refusals.ts';

export type TakenGiven = { readonly given: Given; readonly files: readonly GivenFile[] };

/** What was filled in, each value as its field wants it; anything not asked for is left out. */
export async function takeGiven(
  city: City,
  definition: DeclaredMatter,
  fields: readonly string[],
  asked: Given,
): Promise<TakenGiven> {
  const given: Record<string, unknown> = {};
  const files: GivenFile[] = [];
  for (const field of fields) {
    const declared = definition.fields[field];
    const value = asked[field];
    if (!declared || isBlank(value)) continue;
    if (declared.kind === 'files') files.push(...(await filesIn(city, field, declared, value)));
    else {
      const choices = kindRulesOf(city.pack, definition.id).choices[field] ?? [];
      const fits = fitsField(
        declared.kind,
        value,
        choices.map(({ id }) => id),
      );
      ensure(fits, 'matter.field_wrong', { field: declared.text, want: fieldWants[declared.kind] });
      if (typeof value === 'string') ensureNotSecret({ text: value });
    }
    given[field] = value;
  }
  return { given, files };
}

/** Units that can lead or support today. */
export async function ensureUnits(city: City, ids: readonly (string | undefined)[]): Promise<void> {
  const wanted = ids.flatMap((id) => id ?? []);
  if (wanted.length === 0) return;
  const known = new Set(
    (await listOrganisations(city, { asOf: city.today })).map(({ orgId }) => orgId as string),
  );
  ensure(
    wanted.every((id) => known.has(id)),
    'matter.no_such_unit',
  );
}

function isBlank(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === 'string' && value.trim() === '');
}

async function filesIn(
  city: City,
  field: string,
  { text, inner }: MatterField,
  value: unknown,
): Promise<GivenFile[]> {
  if (!Array.isArray(value) || !value.every((one) => isId(one)) || value.length > 50)
    refuse('matter.field_wrong', { field: text, want: fieldWants.files });
  const found: GivenFile[] = [];
  for (const fileId of value as FileId[]) {
    const file = await findFile(city, fileId);
    ensure(file && file.uploadedBy === city.actor.accountId, 'matter.no_such_file');
    found.push({ fileId, name: file.name, field, inner: inner === true });
  }
  return found;
}
