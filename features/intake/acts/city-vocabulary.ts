import { type City, ensureMay, may } from '#access';
import { yearOf } from '#kernel/plain-date';
import { type Pack, sectionOf, withFile, yamlText } from '#pack';
import { headerWording } from '../domain/header-text.ts';
import { candidatesOf } from '../domain/propose-columns.ts';
import { vocabularyClashes } from '../domain/vocabulary-clash.ts';
import { fieldName } from '../field-names.ts';
import { type ImportRun, listImportRuns } from '../store/import-run.ts';
import { vocabularySection } from '../vocabulary-section.ts';
import { readAgain } from './import-view.ts';

/** Every field with the words it is known by, those of the country and of the city together. */
export function readVocabulary(city: City) {
  ensureMay(city, 'vocabulary.view', {});
  const { fields } = sectionOf(city.pack, vocabularySection);
  return {
    fields: Object.entries(fields).map(([field, { is, ends, has, not, kind, ignored }]) => ({
      ...{ field, name: fieldName(field), kind: kind ?? null, ignored: ignored ?? false },
      ...{ is: [...is], ends: [...ends], has: [...has], not: [...not] },
    })),
    mayTry: may(city.actor, 'vocabulary.try', {}),
  };
}

type Asked = {
  readonly value: unknown;
  readonly kind: 'projects' | 'reports';
  readonly headers?: string;
};

/** How headers are read by the city's words as they are and as they would be; the workbook read again is the last one. */
export async function tryVocabulary(city: City, { value, kind, headers }: Asked) {
  ensureMay(city, 'vocabulary.try', {});
  const { pack, problems } = withFile(city.pack, 'vocabulary.yaml', yamlText(value));
  const said = problems.length > 0 ? problems : clashesOf(pack, city.pack);
  const nothing = {
    problems: said.map(({ message, remedy }) => `${message}。${remedy}`),
    workbook: null,
    columns: [],
  };
  if (problems.length > 0) return nothing;
  if (headers !== undefined) return { ...nothing, columns: columnsOf(city, pack, kind, headers) };
  const run = (await listImportRuns(city.tx, { limit: 50, offset: 0 })).rows.find(
    (one) => one.kind === kind && one.fileId,
  );
  if (!run) return nothing;
  const [before, after] = [await readBy(city, run), await readBy({ ...city, pack }, run)];
  return {
    ...nothing,
    workbook: { importId: run.importId, fileName: run.fileName },
    columns: before.map((column, at) => ({
      ...{ sheet: column.sheet, header: column.header, before: column.field },
      after: after[at]?.field ?? null,
    })),
  };
}

function clashesOf(after: Pack, before: Pack) {
  const [now, was] = [after, before].map((pack) => sectionOf(pack, vocabularySection));
  return now && was ? vocabularyClashes(now, was, fieldName) : [];
}

/** By the words alone: what a person once said of the sender's columns is left aside. */
async function readBy(city: City, run: ImportRun) {
  const { result } = await readAgain(city, run, { mapping: { columns: [] } });
  return result.sheets.flatMap(({ name, columns = [] }) =>
    columns.map(({ header, field }) => ({ sheet: name, header, field: field && fieldName(field) })),
  );
}

function columnsOf(city: City, pack: Pack, kind: Asked['kind'], headers: string) {
  const setting = {
    kind: kind === 'projects' ? ('list' as const) : ('report' as const),
    year: yearOf(city.today),
  };
  const fieldBy = (of: Pack, header: string) => {
    const vocabulary = sectionOf(of, vocabularySection);
    const field = candidatesOf([headerWording(header)], { ...setting, vocabulary })[0]?.field;
    return field ? fieldName(field) : null;
  };
  return headers
    .split(/[\t\n]/)
    .map((one) => one.trim())
    .filter((one) => one !== '')
    .slice(0, 200)
    .map((header) => ({
      sheet: null,
      header,
      before: fieldBy(city.pack, header),
      after: fieldBy(pack, header),
    }));
}
