import { Link } from 'wouter';
import { type NoteLine, noteWord } from '#features/light-notes';
import type { OutputOf } from '#http/client';
import { type Column, DataTable, LightMark, Money, NoteMark, Percent, type Sort, useMoneyUnit } from '#ui';
import type { lineColumnIds, listProjects, projectSorts } from '../contract.ts';
import { lineColumns, texts } from '../texts.ts';
import type { Filter } from './use-filter.ts';

export type ProjectsPage = OutputOf<typeof listProjects>;
type Line = ProjectsPage['rows'][number];
export type LineColumn = (typeof lineColumnIds)[number];
type SortId = (typeof projectSorts)[number];

const sortOf: Partial<Record<LineColumn, SortId>> = {
  number: 'number',
  name: 'name',
  districts: 'district',
  stage: 'stage',
  totalFen: 'total',
  planYearFen: 'plan',
};

type ListTableProps = {
  readonly page: ProjectsPage;
  readonly filter: Filter;
  readonly columns: readonly LineColumn[];
  /** Of the month whose lights are shown. */
  readonly notes: readonly NoteLine[];
  readonly change: (filter: Filter) => void;
};

export function ListTable({ page, filter, columns, notes, change }: ListTableProps) {
  const { unit } = useMoneyUnit();
  const all = allColumns(
    unit,
    Map.groupBy(notes, (note) => note.projectId),
  );
  const sorted = Object.entries(sortOf).find(([, id]) => id === filter.sort)?.[0];
  const sort: Sort | undefined = sorted ? { by: sorted, descending: filter.descending === true } : undefined;
  const isFiltered = Object.entries(filter).some(([key, value]) => key !== 'year' && value !== undefined);
  return (
    <DataTable
      label={texts.projects}
      columns={all.filter((column) => columns.includes(column.key as LineColumn))}
      rows={page.rows}
      rowKey={(row) => row.projectId}
      empty={isFiltered ? { why: texts.none, remedy: texts.noneRemedy } : { why: texts.nothingYet }}
      paging={{
        page: page.page,
        size: page.pageSize,
        total: page.total,
        turn: (next) => change({ ...filter, page: next }),
      }}
      {...(sort ? { sort } : {})}
      onSort={(next) =>
        change({
          ...filter,
          page: undefined,
          sort: next && sortOf[next.by as LineColumn],
          descending: next?.descending || undefined,
        })
      }
    />
  );
}

type NotesByProject = ReadonlyMap<Line['projectId'], readonly NoteLine[]>;

function allColumns(unit: string, notes: NotesByProject): Column<Line>[] {
  const of = (id: LineColumn, column: Omit<Column<Line>, 'key' | 'title'>): Column<Line> => ({
    ...column,
    key: id,
    title: /Fen$/.test(id) ? `${lineColumns[id]}（${unit}）` : lineColumns[id],
    sortable: sortOf[id] !== undefined,
  });
  return [
    of('number', { phone: 'hidden', render: (row) => <span className="instant">{row.number}</span> }),
    of('name', {
      phone: 'title',
      render: (row) => (
        <Link href={`/projects/${row.projectId}`} className="cell-name">
          {row.name}
        </Link>
      ),
    }),
    of('districts', { render: (row) => <Words of={row.districts.map((one) => one.name)} /> }),
    of('category', { phone: 'hidden', render: (row) => row.category ?? '—' }),
    of('stage', { render: (row) => (row.merged ? '已并入' : row.stage.name) }),
    of('lists', { phone: 'hidden', render: (row) => <Words of={row.lists.map((one) => one.name)} /> }),
    of('leadDepts', { phone: 'hidden', render: (row) => <Words of={row.leadDepts} /> }),
    of('totalFen', { number: true, phone: 'hidden', render: (row) => <Money fen={row.totalFen} /> }),
    of('planYearFen', { number: true, render: (row) => <Money fen={row.planYearFen} /> }),
    of('cumFen', { number: true, phone: 'hidden', render: (row) => <Money fen={row.cumFen} /> }),
    of('rate', { number: true, render: (row) => <Percent part={row.cumFen} whole={row.planYearFen} /> }),
    of('light', {
      render: (row) =>
        row.light ? (
          <span className="noted-light">
            <LightMark light={row.light} />
            {notes.get(row.projectId)?.map((note) => (
              <NoteMark key={note.kind} word={noteWord(note)} reason={`${note.reason}（${note.signedBy}）`} />
            ))}
          </span>
        ) : (
          <span className="quiet">{row.apart ?? '—'}</span>
        ),
    }),
  ];
}

function Words({ of }: { readonly of: readonly string[] }) {
  return <span className="cell-words">{of.join('、') || '—'}</span>;
}
