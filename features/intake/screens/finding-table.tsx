import { Select } from 'antd';
import { useState } from 'react';
import { type Column, Field, Filters, PagedTable } from '#ui';
import type { FindingView } from '../contract.ts';
import { texts } from '../texts.ts';
import { findingName } from './finding-names.ts';
import { SheetFilter } from './sheet-filter.tsx';

const columns: readonly Column<FindingView>[] = [
  { key: 'sheet', title: texts.sheet, render: ({ sheet }) => sheet },
  { key: 'row', title: texts.row, number: true, render: ({ row }) => row },
  { key: 'cell', title: texts.cell, render: ({ cell }) => cell },
  { key: 'column', title: texts.column, render: ({ column }) => <Clipped text={oneLine(column)} /> },
  { key: 'value', title: texts.value, render: ({ value }) => <Clipped text={value === '' ? '—' : value} /> },
  {
    key: 'message',
    title: texts.reason,
    phone: 'title',
    render: ({ message }) => <Wrapped text={message} />,
  },
  { key: 'remedy', title: texts.remedy, render: ({ remedy }) => <Wrapped text={remedy} /> },
];

type FindingTableProps = { readonly findings: readonly FindingView[]; readonly none: string };

/** Findings of one kind, all at once, filtered by what is wrong. */
export function FindingTable({ findings, none }: FindingTableProps) {
  const [code, setCode] = useState<string>();
  const [sheet, setSheet] = useState<string>();
  const counts = new Map<string, number>();
  for (const finding of findings) counts.set(finding.code, (counts.get(finding.code) ?? 0) + 1);
  const shown = findings.filter(
    (finding) =>
      (code === undefined || finding.code === code) && (sheet === undefined || finding.sheet === sheet),
  );
  return (
    <>
      {findings.length > 0 ? (
        <Filters>
          <Field label={texts.code}>
            {(ties) => (
              <Select
                {...ties}
                allowClear
                placeholder={texts.all}
                style={{ width: 240 }}
                value={code}
                onChange={setCode}
                options={[...counts]
                  .sort((a, b) => b[1] - a[1])
                  .map(([value, count]) => ({ value, label: `${findingName(value)}（${count}）` }))}
              />
            )}
          </Field>
          <SheetFilter sheets={findings.map((finding) => finding.sheet)} value={sheet} change={setSheet} />
        </Filters>
      ) : null}
      <PagedTable
        label={none}
        columns={columns}
        rows={shown}
        rowKey={(finding) => `${finding.sheet}!${finding.cell} ${finding.code} ${finding.message}`}
        empty={{ why: none }}
      />
    </>
  );
}

function oneLine(text: string): string {
  return text.replaceAll('\n', '');
}

/** Long content of a cell: the beginning, the whole on demand. */
function Clipped({ text }: { readonly text: string }) {
  return (
    <span className="clipped" title={text}>
      {text}
    </span>
  );
}

function Wrapped({ text }: { readonly text: string }) {
  return <span className="wrapped">{text}</span>;
}
