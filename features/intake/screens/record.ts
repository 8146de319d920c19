import { fieldNames } from '../texts.ts';

/** What was read from a row, as the server sends it: fields by name. */
export type ReadRecord = Readonly<Record<string, unknown>>;

export function recordOf(value: unknown): ReadRecord | undefined {
  return typeof value === 'object' && value !== null ? (value as ReadRecord) : undefined;
}

export function textField(record: ReadRecord | undefined, field: string): string | null {
  const value = record?.[field];
  return typeof value === 'string' && value !== '' ? value : null;
}

/** Names of the places, the leading one first. */
export function placesOf(record: ReadRecord | undefined): string | null {
  const places = record?.['districts'] ?? record?.['district'];
  const names = (Array.isArray(places) ? places : [places]).flatMap((place: unknown) =>
    typeof place === 'object' && place !== null && 'name' in place ? [String(place.name)] : [],
  );
  return names.length > 0 ? names.join('、') : null;
}

export type FieldInWords = {
  readonly field: string;
  readonly name: string;
  readonly value: string | null;
  readonly fen: boolean;
};

const apart = new Set(['districts', 'district', 'monthPlanFen', 'cumPlanFen', 'projectKey', 'matchedBy']);
const further: Readonly<Record<string, string>> = {
  month: '月份',
  periodStart: '开工',
  periodEnd: '竣工',
  problemDepts: '涉及部门',
};

/** Everything that was read, field by field in Chinese; amounts stay fen for the reader's unit. */
export function inWords(kind: 'projects' | 'reports', record: ReadRecord): readonly FieldInWords[] {
  const names = { ...fieldNames(kind), ...further };
  const plain = Object.entries(record)
    .filter(([field]) => !apart.has(field))
    .map(([field, value]) => ({
      field,
      name: names[field] ?? field,
      value: wordOf(value),
      fen: field.endsWith('Fen'),
    }));
  const places = { field: 'places', name: names['places'] ?? '', value: placesOf(record), fen: false };
  return [...plain.slice(0, 3), places, ...plain.slice(3), ...monthsOf(record)];
}

function monthsOf(record: ReadRecord): FieldInWords[] {
  const plan = record['monthPlanFen'];
  if (!Array.isArray(plan)) return [];
  return plan.map((fen: unknown, index) => ({
    field: `month${index + 1}`,
    name: `${index + 1}月计划投资`,
    value: typeof fen === 'string' ? fen : null,
    fen: true,
  }));
}

function wordOf(value: unknown): string | null {
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (Array.isArray(value)) return value.length > 0 ? value.map(String).join('、') : null;
  return typeof value === 'string' && value !== '' ? value : null;
}
