import { Button } from 'antd';
import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from 'react';
import { Refused } from './states.tsx';

/** A table as it reads on the screen. */
export type SeenTable = {
  readonly title: string;
  readonly columns: { readonly title: string; readonly number: boolean }[];
  readonly rows: string[][];
};

type Save = (table: SeenTable) => Promise<void>;

const SaveContext = createContext<Save | undefined>(undefined);

/** The program says how a table is saved; without it tables offer nothing. */
export function TableExportProvider({
  save,
  children,
}: {
  readonly save: Save;
  readonly children: ReactNode;
}) {
  return <SaveContext value={save}>{children}</SaveContext>;
}

type TableExportProps = {
  readonly title: string;
  readonly columns: readonly { readonly title: string; readonly number: boolean }[];
  readonly count: number;
  /** Every cell of every row, drawn as the table draws it. */
  readonly cells: () => readonly (readonly ReactNode[])[];
};

/** Offers the whole table as a workbook. Its cells are drawn once out of sight, in the same place, and read. */
export function TableExport({ title, columns, count, cells }: TableExportProps) {
  const save = useContext(SaveContext);
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  if (!save) return null;
  const send = (rows: string[][]) => {
    save({ title, columns: [...columns], rows })
      .catch(setError)
      .finally(() => setBusy(false));
  };
  return (
    <div className="table-export">
      {error ? <Refused error={error} /> : null}
      <Button
        type="link"
        size="small"
        aria-label={`导出${title}，${count} 行`}
        loading={isBusy}
        onClick={() => {
          setError(undefined);
          setBusy(true);
        }}
      >
        导出
      </Button>
      {isBusy ? <OutOfSight cells={cells()} read={send} /> : null}
    </div>
  );
}

type OutOfSightProps = {
  readonly cells: readonly (readonly ReactNode[])[];
  readonly read: (rows: string[][]) => void;
};

function OutOfSight({ cells, read }: OutOfSightProps) {
  const table = useRef<HTMLTableElement>(null);
  const isRead = useRef(false);
  useEffect(() => {
    if (isRead.current || !table.current) return;
    isRead.current = true;
    const rows = [...table.current.rows].map((row) => [...row.cells].map(textOf));
    read(rows);
  }, [read]);
  return (
    <table ref={table} hidden>
      <tbody>
        {cells.map((row, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: drawn once, never moved
          <tr key={at}>
            {row.map((cell, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: drawn once, never moved
              <td key={index}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The words of a cell; parts that stand one below the other are told apart by a space. */
function textOf(cell: Element): string {
  const parts: string[] = [];
  const walk = (node: Node) => {
    if (node.nodeType === Node.TEXT_NODE) parts.push(node.textContent ?? '');
    else if (!(node instanceof HTMLButtonElement)) for (const child of node.childNodes) walk(child);
    if (node instanceof Element && /^(DIV|P|LI|BR|SPAN)$/.test(node.tagName)) parts.push(' ');
  };
  walk(cell);
  return parts.join('').replace(/\s+/g, ' ').trim();
}
