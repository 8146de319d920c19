import { Button, Select } from 'antd';
import { useState } from 'react';
import { type Column, Field, Filters, Money, PagedTable, useMoneyUnit } from '#ui';
import type { FindingView, ImportRow, Preview } from '../contract.ts';
import { texts } from '../texts.ts';
import { placesOf, recordOf, textField } from './record.ts';
import { RecordDialog } from './record-dialog.tsx';
import { SheetFilter } from './sheet-filter.tsx';

type Kind = Preview['run']['kind'];
type RowState = ImportRow['status'];

type RowTableProps = {
  readonly kind: Kind;
  readonly rows: readonly ImportRow[];
  readonly findings: readonly FindingView[];
};

/** Every data row and what was read from it. */
export function RowTable({ kind, rows, findings }: RowTableProps) {
  const [state, setState] = useState<RowState>();
  const [sheet, setSheet] = useState<string>();
  const [shown, show] = useState<ImportRow>();
  const { unit } = useMoneyUnit();
  const faults = new Map(
    findings.filter(({ kind: grade }) => grade === 'error').map((one) => [refOf(one), one.message]),
  );
  const chosen = rows.filter(
    (row) => (state === undefined || row.status === state) && (sheet === undefined || row.sheet === sheet),
  );
  const columns: readonly Column<ImportRow>[] = [
    { key: 'sheet', title: texts.sheet, render: (row) => row.sheet },
    { key: 'row', title: texts.row, number: true, render: (row) => row.row },
    {
      key: 'state',
      title: texts.rowState,
      render: (row) =>
        row.status === 'rejected' ? <strong>{texts.rowStates.rejected}</strong> : texts.rowStates.accepted,
    },
    {
      key: 'name',
      title: texts.name,
      phone: 'title',
      render: (row) => <NameOf row={row} fault={faults.get(refOf(row))} show={() => show(row)} />,
    },
    { key: 'places', title: texts.districts, render: (row) => placesOf(recordOf(row.record)) ?? '—' },
    ...(kind === 'projects'
      ? [amount(texts.total, unit, 'totalFen'), amount(texts.planYear, unit, 'planYearFen')]
      : [amount(texts.monthDone, unit, 'monthFen'), amount(texts.cumulative, unit, 'cumFen')]),
    {
      key: 'key',
      title: kind === 'projects' ? texts.projectNumber : texts.belongs,
      render: (row) => belongsTo(row),
    },
  ];
  return (
    <>
      <Filters>
        <Field label={texts.rowState}>
          {(ties) => (
            <Select<RowState>
              {...ties}
              allowClear
              placeholder={texts.all}
              style={{ width: 120 }}
              value={state}
              onChange={setState}
              options={[
                { value: 'accepted', label: texts.rowStates.accepted },
                { value: 'rejected', label: texts.rowStates.rejected },
              ]}
            />
          )}
        </Field>
        <SheetFilter sheets={rows.map((row) => row.sheet)} value={sheet} change={setSheet} />
      </Filters>
      <PagedTable
        label={texts.tabs.rows}
        columns={columns}
        rows={chosen}
        rowKey={refOf}
        empty={{ why: texts.noRows }}
      />
      <RecordDialog kind={kind} row={shown} close={() => show(undefined)} />
    </>
  );
}

function amount(name: string, unit: string, field: string): Column<ImportRow> {
  return {
    key: field,
    title: `${name}（${unit}）`,
    number: true,
    render: (row) => <Money fen={textField(recordOf(row.record), field)} />,
  };
}

function refOf({ sheet, row }: { readonly sheet: string; readonly row: number }): string {
  return `${sheet}!${row}`;
}

type NameOfProps = {
  readonly row: ImportRow;
  readonly fault: string | undefined;
  readonly show: () => void;
};

/** A rejected row has no record: there stands why. */
function NameOf({ row, fault, show }: NameOfProps) {
  const record = recordOf(row.record);
  if (!record) return <span className="quiet wrapped">{fault ?? '—'}</span>;
  return (
    <Button type="link" className="in-cell" onClick={show}>
      {textField(record, 'name') ?? textField(record, 'code') ?? '—'}
    </Button>
  );
}

function belongsTo(row: ImportRow): string {
  if (row.duplicateOf !== undefined) return texts.duplicate(row.duplicateOf);
  if (row.key !== null) return row.key;
  return row.status === 'accepted' ? texts.pending : '—';
}
