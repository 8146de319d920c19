import { Checkbox } from 'antd';
import { type Column, PagedTable } from '#ui';
import type { Preview } from '../contract.ts';
import { texts } from '../texts.ts';
import { recordOf, textField } from './record.ts';

type Row = Preview['outcome']['rows'][number];
export type Proposal = {
  /** The row's reference, `sheet!row`. */
  readonly ref: string;
  readonly sheet: string;
  readonly row: number;
  readonly reported: string;
  readonly key: string;
  readonly listed: string;
};

/** Rows whose name is only similar to a listed one. */
export function proposalsOf(rows: readonly Row[]): readonly Proposal[] {
  return rows.flatMap((row) =>
    row.proposal && row.status === 'accepted'
      ? [
          {
            ref: `${row.sheet}!${row.row}`,
            sheet: row.sheet,
            row: row.row,
            reported: textField(recordOf(row.record), 'name') ?? '—',
            key: row.proposal.key,
            listed: row.proposal.name,
          },
        ]
      : [],
  );
}

type ProposalsProps = {
  readonly proposals: readonly Proposal[];
  readonly confirmed: readonly string[];
  readonly change: (refs: readonly string[]) => void;
};

/** Proposed by the reader, confirmed by a person: one by one, or all. */
export function Proposals({ proposals, confirmed, change }: ProposalsProps) {
  const columns: readonly Column<Proposal>[] = [
    {
      key: 'same',
      title: texts.same,
      width: 110,
      render: ({ ref, reported }) => (
        <Checkbox
          aria-label={`${texts.same}：${reported}`}
          checked={confirmed.includes(ref)}
          onChange={(event) =>
            change(event.target.checked ? [...confirmed, ref] : confirmed.filter((one) => one !== ref))
          }
        />
      ),
    },
    { key: 'reported', title: texts.reported, phone: 'title', render: ({ reported }) => reported },
    { key: 'listed', title: texts.listed, render: ({ listed }) => listed },
    { key: 'key', title: texts.projectNumber, render: ({ key }) => key },
    { key: 'sheet', title: texts.sheet, render: ({ sheet }) => sheet },
    { key: 'row', title: texts.row, number: true, render: ({ row }) => row },
  ];
  const all = confirmed.length === proposals.length;
  return (
    <section aria-label={texts.proposals} style={{ marginTop: 12 }}>
      <h3>{texts.proposals}</h3>
      <p className="quiet">{texts.proposalsNote}</p>
      <Checkbox
        checked={all}
        indeterminate={!all && confirmed.length > 0}
        onChange={() => change(all ? [] : proposals.map(({ ref }) => ref))}
      >
        {texts.proposalsAll(proposals.length)}
      </Checkbox>
      <PagedTable
        label={texts.proposals}
        columns={columns}
        rows={proposals}
        rowKey={({ ref }) => ref}
        empty={{ why: '' }}
      />
    </section>
  );
}
