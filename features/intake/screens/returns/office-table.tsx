import { type Column, PagedTable } from '#ui';
import type { OfficeState } from '../../contract.ts';
import { returnTexts as texts } from '../../texts.ts';

const columns: readonly Column<OfficeState>[] = [
  { key: 'name', title: texts.office, phone: 'title', render: ({ name }) => name },
  { key: 'owing', title: texts.owing, number: true, render: ({ owing }) => owing },
  { key: 'here', title: texts.here, number: true, render: ({ here }) => here },
  { key: 'before', title: texts.before, number: true, render: ({ before }) => before },
  {
    key: 'left',
    title: texts.left,
    number: true,
    render: ({ left }) => (left > 0 ? <strong>{left}</strong> : 0),
  },
];

/** Who has sent what, those that are still missing first. */
export function OfficeTable({ offices }: { readonly offices: readonly OfficeState[] }) {
  return (
    <PagedTable
      label={texts.tabs.offices}
      columns={columns}
      rows={[...offices].sort((a, b) => b.left - a.left)}
      rowKey={({ office }) => office}
      empty={{ why: texts.noOffices }}
    />
  );
}
