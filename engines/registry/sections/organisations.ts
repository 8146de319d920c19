import type { PlainDate } from '#kernel/plain-date';
import {
  type CsvRow,
  definePackSection,
  listColumn,
  optionalDayColumn,
  optionalTextColumn,
  type PackFiles,
  type PackPlace,
  parsedColumn,
  textColumn,
} from '#pack';
import { normalName } from '../domain/name.ts';

export type PackOrganisation = {
  /** The pack's own id (slug): stable, while names change. */
  readonly id: string;
  readonly kind: string;
  /** GB/T 2260 number; a functional zone may have none. */
  readonly code: string | null;
  readonly name: string;
  readonly shortName: string;
  readonly parent: string | null;
  readonly order: number;
  readonly aliases: readonly string[];
  readonly validFrom: PlainDate | null;
  readonly validTo: PlainDate | null;
  readonly successor: string | null;
};

export type PackGroup = {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly members: readonly string[];
  readonly order: number;
};

export type OrganisationsSection = {
  readonly organisations: readonly PackOrganisation[];
  readonly groups: readonly PackGroup[];
};

const idColumn = parsedColumn((raw) => (/^[a-z][a-z0-9-]*$/.test(raw) ? raw : undefined), 'gan-jing-zi');
const orderColumn = {
  ...parsedColumn<number | null>(
    (raw) => (raw === '' ? null : /^\d{1,6}$/.test(raw) ? Number(raw) : undefined),
    '10',
  ),
  mayBeMissing: true,
};

const organisationColumns = {
  id: idColumn,
  kind: idColumn,
  code: optionalTextColumn,
  name: textColumn,
  short_name: optionalTextColumn,
  parent: optionalTextColumn,
  order: orderColumn,
  aliases: listColumn,
  valid_from: optionalDayColumn,
  valid_to: optionalDayColumn,
  successor: optionalTextColumn,
};

const groupColumns = {
  id: idColumn,
  name: textColumn,
  aliases: listColumn,
  members: listColumn,
  order: orderColumn,
};

/** Offices of a city as its pack lists them; without an `order` the lines stand in official order. */
export const organisationsSection = definePackSection<OrganisationsSection>({
  id: 'organisations',
  files: ['organisations.csv', 'groups.csv'],
  read(files) {
    const rows = files.csv('organisations.csv', organisationColumns);
    const groupRows = files.csv('groups.csv', groupColumns);
    const organisations = rows.map(
      (row, index): PackOrganisation => ({
        id: row.id,
        kind: row.kind,
        code: row.code ?? null,
        name: row.name,
        shortName: row.short_name ?? row.name,
        parent: row.parent ?? null,
        order: row.order ?? (index + 1) * 10,
        aliases: row.aliases,
        validFrom: row.valid_from ?? null,
        validTo: row.valid_to ?? null,
        successor: row.successor ?? null,
      }),
    );
    const groups = groupRows.map((row, index): PackGroup => {
      const { id, name, aliases, members } = row;
      return { id, name, aliases, members, order: row.order ?? (index + 1) * 10 };
    });
    reportReferences(files, rows, groupRows);
    reportSpellings(files, rows);
    return files.result({ organisations, groups });
  },
  merge: (lower, upper) => ({
    organisations: [...lower.organisations, ...upper.organisations],
    groups: [...lower.groups, ...upper.groups],
  }),
});

type OrganisationRow = CsvRow<typeof organisationColumns>;

function reportReferences(
  files: PackFiles,
  rows: readonly OrganisationRow[],
  groups: readonly CsvRow<typeof groupColumns>[],
): void {
  const ids = new Set(rows.map((row) => row.id));
  const missing = (at: PackPlace, field: string, id: string) =>
    files.report(at, `${field}“${id}”不在单位表里`, '请填写 organisations.csv 中已有的 id');
  const seen = new Set<string>();
  for (const row of rows) {
    if (seen.has(row.id)) files.report(row.at, `单位 id“${row.id}”重复`, '请改用没有用过的 id');
    seen.add(row.id);
    if (row.parent && !ids.has(row.parent)) missing(row.at, '上级单位', row.parent);
    if (row.successor && !ids.has(row.successor)) missing(row.at, '承接单位', row.successor);
    if (inCircle(row, rows)) files.report(row.at, `“${row.name}”的上级绕成了一圈`, '请改正 parent 列');
  }
  for (const group of groups) {
    for (const member of group.members) if (!ids.has(member)) missing(group.at, '成员', member);
  }
}

function inCircle(row: OrganisationRow, rows: readonly OrganisationRow[]): boolean {
  const parents = new Map(rows.map((one) => [one.id, one.parent]));
  const seen = new Set([row.id]);
  for (let at = row.parent; at; at = parents.get(at)) {
    if (at === row.id) return true;
    if (seen.has(at)) return false;
    seen.add(at);
  }
  return false;
}

/** One spelling names one organisation: otherwise a workbook's word could not be read. */
function reportSpellings(files: PackFiles, rows: readonly OrganisationRow[]): void {
  const owners = new Map<string, OrganisationRow>();
  for (const row of rows) {
    for (const spelling of [row.name, row.short_name ?? row.name, ...row.aliases]) {
      const normal = normalName(spelling);
      const owner = owners.get(normal);
      if (!owner) owners.set(normal, row);
      else if (owner.id !== row.id)
        files.report(
          row.at,
          `“${spelling}”已是“${owner.name}”的名称或别名`,
          '一个写法只能指一个单位，请删去其中一处',
        );
    }
  }
}
