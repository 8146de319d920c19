import { type Column, PagedTable } from '#ui';
import type { Preview } from '../contract.ts';
import { texts } from '../texts.ts';

type Skipped = Preview['outcome']['skip'][number];

const columns: readonly Column<Skipped>[] = [
  { key: 'sheet', title: texts.sheet, render: ({ sheet }) => sheet },
  { key: 'row', title: texts.row, number: true, width: 90, render: ({ row }) => row },
  { key: 'why', title: texts.why, phone: 'title', render: ({ why }) => texts.whys[why] ?? why },
];

/** Every row that is no data row, so that nothing disappears unseen. */
export function SkippedTable({ rows }: { readonly rows: readonly Skipped[] }) {
  return (
    <PagedTable
      label={texts.tabs.skipped}
      columns={columns}
      rows={rows}
      rowKey={({ sheet, row }) => `${sheet}!${row}`}
      empty={{ why: texts.noSkipped }}
    />
  );
}
