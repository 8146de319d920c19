import Type from 'typebox';
import type { Condition } from '#kernel/condition';
import { definePackSection, type PackFiles, type PackYaml } from '#pack';
import { forms, isForm, signers } from './domain/form.ts';
import { listsNamed } from './domain/points.ts';
import { proveTable } from './domain/prove-table.ts';
import {
  type PressureRow,
  type PressureTables,
  projectFields,
  recipients,
  type TableKind,
  unitFields,
} from './domain/table.ts';
import { formNames, recipientNames, signerNames } from './texts.ts';

const Text = Type.String({ minLength: 1 });

const Row = Type.Object({
  id: Type.String({ pattern: '^[a-z][a-z0-9]*(-[a-z0-9]+)*$' }),
  text: Text,
  when: Type.Unknown(),
  periods: Type.Integer({ minimum: 1, maximum: 12, description: '1 至 12 个月' }),
  document: Text,
  to: Text,
  workingDays: Type.Integer({ minimum: 1, maximum: 120, description: '1 至 120 个工作日' }),
  signs: Text,
  priority: Type.Optional(Type.Integer({ minimum: 0, maximum: 999 })),
  clause: Type.Optional(Text),
  basis: Type.Optional(Text),
});

const PressureFile = Type.Object({
  newYear: Type.Union([Type.Literal('restart'), Type.Literal('continue')]),
  newYearBasis: Text,
  projects: Type.Array(Row),
  units: Type.Array(Row),
});
type File = Type.Static<typeof PressureFile>;
type FileRow = File['projects'][number];

const none: PressureTables = { newYear: 'restart', newYearBasis: '', projects: [], units: [] };
const fieldsOf = { projects: projectFields, units: unitFields } as const;
/** More lists in one table could not be gone through combination by combination. */
const mostLists = 8;

/** The two pressure tables. A city's file replaces the platform's as a whole. */
export const pressureSection = definePackSection<PressureTables>({
  id: 'pressure',
  files: ['pressure.yaml'],
  empty: none,
  read(files) {
    const yaml = files.yaml('pressure.yaml', PressureFile);
    if (!yaml) return files.result(none);
    const { newYear, newYearBasis } = yaml.value;
    const projects = readTable(files, yaml, 'projects');
    const units = readTable(files, yaml, 'units');
    return files.result({ newYear, newYearBasis, projects, units });
  },
});

function readTable(files: PackFiles, yaml: PackYaml<File>, table: TableKind): PressureRow[] {
  const found = files.problems.length;
  const written = yaml.value[table];
  const rows = written.map((row, index) => readRow(files, yaml, [table, index], row));
  written.forEach(({ id }, index) => {
    if (written.findIndex((one) => one.id === id) !== index)
      files.report(yaml.at(table, index), `“${id}”写了两次`, '请改用没有用过的 id');
  });
  // What a condition cannot be compiled from cannot be proved either.
  if (files.problems.length === found) prove(files, yaml, table, rows);
  return rows;
}

type Path = readonly [TableKind, number];

function readRow(files: PackFiles, yaml: PackYaml<File>, path: Path, row: FileRow): PressureRow {
  const { id, text, when, periods, workingDays, priority = 0, clause, basis } = row;
  const [table] = path;
  files.checkCondition(yaml, [...path, 'when'], when, { fields: fieldsOf[table] });
  if (!clause && !basis)
    files.report(yaml.at(...path), `“${text}”没有依据`, '请写 clause，或写 basis: 平台默认值');
  const word = <const W extends string>(
    field: 'document' | 'to' | 'signs',
    known: readonly W[],
    names: Record<W, string>,
  ) => {
    const found = known.find((one) => one === row[field]);
    if (found) return found;
    const all = known.map((one) => `${one}（${names[one]}）`).join('、');
    files.report(yaml.at(...path, field), `“${text}”里没有“${row[field]}”这种写法`, `可用的有：${all}`);
    return known[0] as W;
  };
  const made: PressureRow = {
    ...{ id, text, when: when as Condition, periods, workingDays, priority },
    document: word('document', forms, formNames),
    to: word('to', table === 'units' ? ['unit'] : recipients, recipientNames),
    signs: word('signs', signers, signerNames),
    basis: clause && basis ? `${clause}，未写明的为${basis}` : (clause ?? basis ?? ''),
  };
  if (isForm(row.document) && row.document === 'interview' && row.signs === 'coordinator-head')
    files.report(
      yaml.at(...path, 'signs'),
      `“${text}”是约谈，不能由牵头协调单位签发`,
      '约谈须经市政府办公室：请写 government-office 或 leader',
    );
  return made;
}

function prove(files: PackFiles, yaml: PackYaml<File>, table: TableKind, rows: readonly PressureRow[]): void {
  const conditions = rows.map(({ when }) => when);
  if (listsNamed(conditions).length > mostLists)
    return void files.report(yaml.at(table), `表中写到的清单超过${mostLists}个`, '请合并条件，少写几个清单');
  for (const fault of proveTable(table, rows)) {
    const at = yaml.at(table, rows.indexOf(fault.row));
    if (fault.kind === 'overlap')
      files.report(
        at,
        `“${fault.row.text}”与“${fault.other.text}”可能同时符合，文书相同，分不出用哪一行`,
        '请给其中一行写较大的 priority，或改条件使两行不重叠',
      );
    else
      files.report(
        at,
        `“${fault.row.text}”永远用不上${
          fault.because.length > 0
            ? `：符合时总有“${fault.because.map(({ text }) => text).join('”“')}”在前`
            : '：没有哪个月能符合它的条件'
        }`,
        '请改条件、连续月数或文书，或删去这一行',
      );
  }
}
