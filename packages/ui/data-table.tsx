import { Pagination, Table } from 'antd';
import type { Key, ReactNode } from 'react';
import { useNarrow } from './narrow.ts';
import { useReachableScroll } from './reachable-scroll.ts';
import { Empty } from './states.tsx';
import { TableExport } from './table-export.tsx';

export type Column<Row> = {
  readonly key: string;
  readonly title: string;
  readonly render: (row: Row) => ReactNode;
  readonly number?: boolean;
  readonly width?: number;
  readonly sortable?: boolean;
  /** How the column appears on a phone's card; a line by default. */
  readonly phone?: 'title' | 'line' | 'hidden';
};

export type Sort = { readonly by: string; readonly descending: boolean };

export type DataTableProps<Row> = {
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  /** Where only some of them are shown: all rows, for the workbook. */
  readonly allRows?: readonly Row[];
  readonly rowKey: (row: Row) => Key;
  readonly empty: { readonly why: string; readonly remedy?: ReactNode };
  readonly paging?: {
    readonly page: number;
    readonly size: number;
    readonly total: number;
    readonly turn: (page: number) => void;
  };
  readonly sort?: Sort;
  readonly onSort?: (sort: Sort | undefined) => void;
};

/** A dense table on a desk, cards on a phone; paging and sorting are the server's. */
export function DataTable<Row extends object>(props: DataTableProps<Row>) {
  const narrow = useNarrow();
  const whole = props.allRows ?? (isWhole(props) ? props.rows : undefined);
  if (props.rows.length === 0) return <Empty {...props.empty} />;
  return (
    <>
      {narrow ? <Cards {...props} /> : <Wide {...props} />}
      {props.paging && props.paging.total > props.paging.size ? (
        <Pagination
          align="end"
          style={{ marginTop: 12 }}
          current={props.paging.page}
          pageSize={props.paging.size}
          total={props.paging.total}
          showSizeChanger={false}
          simple={narrow}
          showTotal={narrow ? undefined : (total) => `共 ${total} 行`}
          onChange={props.paging.turn}
        />
      ) : null}
      {whole && !narrow ? (
        <TableExport
          title={props.label}
          count={whole.length}
          columns={props.columns.map(({ title, number = false }) => ({ title, number }))}
          cells={() => whole.map((row) => props.columns.map((column) => column.render(row)))}
        />
      ) : null}
    </>
  );
}

/** What the server shows page by page it also exports whole, in a way of its own. */
function isWhole({ rows, paging }: Pick<DataTableProps<object>, 'rows' | 'paging'>): boolean {
  return paging === undefined || paging.total <= rows.length;
}

function Wide<Row extends object>({ label, columns, rows, rowKey, sort, onSort }: DataTableProps<Row>) {
  const box = useReachableScroll('.ant-table-content');
  return (
    <div ref={box}>
      <Table<Row>
        aria-label={label}
        size="small"
        pagination={false}
        scroll={{ x: 'max-content' }}
        dataSource={[...rows]}
        rowKey={(row) => rowKey(row)}
        onChange={(_paging, _filters, sorter) => {
          const one = Array.isArray(sorter) ? sorter[0] : sorter;
          if (onSort)
            onSort(
              one?.order ? { by: String(one.columnKey), descending: one.order === 'descend' } : undefined,
            );
        }}
        columns={columns.map((column) => ({
          key: column.key,
          title: column.title,
          width: column.width,
          align: column.number ? 'right' : 'left',
          className: column.number ? 'number' : undefined,
          sorter: column.sortable ?? false,
          sortOrder: sort?.by === column.key ? (sort.descending ? 'descend' : 'ascend') : null,
          render: (_value: unknown, row: Row) => column.render(row),
        }))}
      />
    </div>
  );
}

function Cards<Row extends object>({ label, columns, rows, rowKey }: DataTableProps<Row>) {
  const titles = columns.filter((column) => column.phone === 'title');
  const lines = columns.filter((column) => (column.phone ?? 'line') === 'line');
  return (
    <ul className="cards" aria-label={label}>
      {rows.map((row) => (
        <li key={rowKey(row)} className="card">
          {titles.map((column) => (
            <div key={column.key} style={{ fontWeight: 600 }}>
              {column.render(row)}
            </div>
          ))}
          {lines.map((column) => (
            <div key={column.key} className="card-line">
              <span>{column.title}</span>
              <span>{column.render(row)}</span>
            </div>
          ))}
        </li>
      ))}
    </ul>
  );
}
