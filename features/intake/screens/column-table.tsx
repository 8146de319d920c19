import { Select } from 'antd';
import { type Column, DataTable } from '#ui';
import type { CorrectedColumn, Preview, SheetView } from '../contract.ts';
import { fieldNames, isAmount, texts } from '../texts.ts';

type ReadColumn = SheetView['columns'][number];
type Unit = NonNullable<ReadColumn['unit']>;

const units: readonly Unit[] = ['元', '千元', '万元', '百万元', '千万元', '亿元'];
const unread = '';

type ColumnTableProps = {
  readonly kind: Preview['run']['kind'];
  readonly sheet: SheetView;
  readonly changes: ReadonlyMap<string, CorrectedColumn>;
  /** Absent once the import is decided. */
  readonly change: ((corrected: CorrectedColumn) => void) | undefined;
};

/** One sheet's columns, those in doubt first. */
export function ColumnTable({ kind, sheet, changes, change }: ColumnTableProps) {
  const names = fieldNames(kind);
  const standing = (column: ReadColumn): CorrectedColumn =>
    changes.get(column.header) ?? {
      header: column.header,
      field: column.field,
      ...(column.unit ? { unit: column.unit } : {}),
    };
  const rows = [...sheet.columns].sort(
    (a, b) => Number(b.doubt !== undefined) - Number(a.doubt !== undefined),
  );

  const columns: readonly Column<ReadColumn>[] = [
    { key: 'col', title: texts.column, width: 70, render: ({ col }) => col },
    {
      key: 'header',
      title: texts.header,
      phone: 'title',
      render: (column) => (
        <>
          {column.header.replaceAll('\n', '')}
          {column.hidden ? <span className="quiet">（{texts.hidden}）</span> : null}
        </>
      ),
    },
    {
      key: 'field',
      title: texts.meaning,
      width: 240,
      render: (column) => {
        const { field } = standing(column);
        if (!change) return field === null ? texts.notRead : (names[field] ?? field);
        return (
          <Select
            aria-label={`${texts.meaning}：${column.header}`}
            style={{ width: 220 }}
            showSearch={{ optionFilterProp: 'label' }}
            value={field ?? unread}
            onChange={(chosen) => change({ ...standing(column), field: chosen === unread ? null : chosen })}
            options={[
              { value: unread, label: texts.notRead },
              ...Object.entries(names).map(([value, label]) => ({ value, label })),
            ]}
          />
        );
      },
    },
    {
      key: 'unit',
      title: texts.unit,
      width: 120,
      render: (column) => {
        const { field, unit } = standing(column);
        if (!isAmount(field)) return '—';
        if (!change) return unit ?? texts.unitUnknown;
        return (
          <Select<Unit>
            aria-label={`${texts.unit}：${column.header}`}
            style={{ width: 100 }}
            placeholder={texts.unitUnknown}
            value={unit}
            onChange={(chosen) => change({ ...standing(column), unit: chosen })}
            options={units.map((one) => ({ value: one, label: one }))}
          />
        );
      },
    },
    {
      key: 'doubt',
      title: texts.doubt,
      render: (column) =>
        changes.has(column.header) ? <strong>{texts.changed}</strong> : (column.doubt ?? '—'),
    },
  ];
  return (
    <DataTable
      label={sheet.name}
      columns={columns}
      rows={rows}
      rowKey={({ col }) => col}
      empty={{ why: texts.ignoredSheet }}
    />
  );
}
