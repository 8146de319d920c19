import { Link } from 'wouter';
import type { OutputOf } from '#http/client';
import { type Column, DataTable } from '#ui';
import type { MatterStatisticsRow, matterStatistics } from '../../contract.ts';
import { statisticsTexts } from '../statistics-texts.ts';
import { type Asked, type Drill, searchOf } from './asked.ts';
import { shareText } from './share-text.ts';

type Row = MatterStatisticsRow & { readonly isTotal: boolean };

type StatisticsTableProps = {
  readonly data: OutputOf<typeof matterStatistics>;
  readonly asked: Asked;
};

/** The total stands last; every figure leads to the matters behind it. */
export function StatisticsTable({ data, asked }: StatisticsTableProps) {
  const rows: Row[] = [
    ...data.rows.map((row) => ({ ...row, isTotal: false })),
    { ...data.total, name: statisticsTexts.total, isTotal: true },
  ];
  const figure = (
    key: keyof typeof statisticsTexts.columns,
    measure: Drill['measure'],
    read: (row: Row) => string | number,
  ): Column<Row> => ({
    ...{ key, title: statisticsTexts.columns[key], number: true },
    render: (row) => {
      const shown = String(read(row));
      if (shown === '0' || shown === '—') return shown;
      const of = row.isTotal ? undefined : (row.id ?? 'none');
      return (
        <Link
          href={`/matter-statistics?${searchOf(asked, { measure, of })}`}
          aria-label={`${row.name} ${statisticsTexts.measures[measure]} ${shown}`}
        >
          {shown}
        </Link>
      );
    },
  });
  const columns: readonly Column<Row>[] = [
    {
      key: 'name',
      title: statisticsTexts.name[asked.by],
      phone: 'title',
      render: ({ name, isTotal }) => (isTotal ? <b>{name}</b> : name),
    },
    figure('opened', 'opened', ({ opened }) => opened),
    figure('closed', 'closed', ({ closed }) => closed),
    figure('onTime', 'ended', ({ onTime }) => shareText(onTime)),
    figure('late', 'late', ({ onTime }) => onTime.of - onTime.part),
    figure('reopened', 'reopened', ({ reopened }) => shareText(reopened)),
    figure('satisfied', 'scored', ({ satisfied }) => shareText(satisfied)),
    figure('unscored', 'unscored', ({ unscored }) => unscored),
    figure('openNow', 'open-now', ({ openNow }) => openNow),
    figure('overdueNow', 'overdue-now', ({ overdueNow }) => overdueNow),
  ];
  return (
    <DataTable
      label={statisticsTexts.byNames[asked.by]}
      columns={columns}
      rows={rows}
      rowKey={(row) => (row.isTotal ? 'total' : (row.id ?? 'none'))}
      empty={{ why: statisticsTexts.none, remedy: statisticsTexts.noneRemedy }}
    />
  );
}
