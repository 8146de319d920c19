import { useState } from 'react';
import { DataTable, type DataTableProps } from './data-table.tsx';

const size = 50;

/** A table whose rows are all here already, shown page by page. */
export function PagedTable<Row extends object>(props: Omit<DataTableProps<Row>, 'paging' | 'allRows'>) {
  const [wanted, turn] = useState(1);
  const total = props.rows.length;
  const page = Math.min(wanted, Math.max(1, Math.ceil(total / size)));
  return (
    <DataTable
      {...props}
      rows={props.rows.slice((page - 1) * size, page * size)}
      allRows={props.rows}
      paging={{ page, size, total, turn }}
    />
  );
}
