import { maskPhone } from '#access';
import type { DeclaredMatter, Given, MatterField, MatterFile } from '#engines/matters';
import type { Pack } from '#pack';
import { type ShownField, satisfactionNames } from '../contract.ts';
import { choiceName } from './choice-name.ts';

export type FieldWorld = {
  readonly pack: Pack;
  readonly definition: DeclaredMatter;
  readonly outside: boolean;
  readonly nameOf: (id: string) => string;
  readonly files: readonly Pick<MatterFile, 'fileId' | 'name'>[];
};

/** What was given, in the order of the definition: inner fields only within the offices, personal ones masked. */
export function shownFields(world: FieldWorld, given: Given): ShownField[] {
  return Object.entries(world.definition.fields).flatMap(([field, declared]) => {
    const value = given[field];
    if (value === undefined || (declared.inner && world.outside)) return [];
    return [shownField(world, field, declared, value)];
  });
}

function shownField(world: FieldWorld, field: string, declared: MatterField, value: unknown): ShownField {
  const ids = declared.kind === 'files' && Array.isArray(value) ? (value as string[]) : [];
  const files = world.files.filter(({ fileId }) => ids.includes(fileId));
  const plain = plainText(world, field, declared, value, files);
  const masked = declared.personal === true;
  return {
    ...{ field, name: declared.text, kind: declared.kind, inner: declared.inner === true, masked },
    text: masked ? maskText(plain) : plain,
    files: files as ShownField['files'],
  };
}

function plainText(
  { pack, definition, nameOf }: FieldWorld,
  field: string,
  { kind }: MatterField,
  value: unknown,
  files: FieldWorld['files'],
): string {
  switch (kind) {
    case 'choice':
      return choiceName(pack, definition.id, field, String(value)) ?? '';
    case 'yes-no':
      return value === true ? '是' : '否';
    case 'organisation':
      return nameOf(String(value));
    case 'score':
      return satisfactionNames[Number(value) - 1] ?? String(value);
    case 'files':
      return files.map(({ name }) => name).join('、');
    default:
      return String(value);
  }
}

/** 张**, 138****5678. */
function maskText(text: string): string {
  if (/\d{5}/.test(text)) return maskPhone(text);
  const [first = '', ...rest] = [...text];
  return `${first}${'*'.repeat(Math.min(4, rest.length))}`;
}
