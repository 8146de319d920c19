import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { Refused, useAct } from '#ui';
import type { CorrectedColumn } from '../contract.ts';
import { correctMapping, type Preview, viewImport } from '../contract.ts';
import { texts } from '../texts.ts';
import { ColumnTable } from './column-table.tsx';
import { sheetDoubts } from './doubts.ts';

type ColumnMappingProps = { readonly preview: Preview; readonly reload: () => void };

/** What each column was taken for; corrected by its header, in all sheets at once, and read again. */
export function ColumnMapping({ preview, reload }: ColumnMappingProps) {
  const { run, sheets } = preview;
  const [changes, setChanges] = useState<ReadonlyMap<string, CorrectedColumn>>(new Map());
  const queries = useQueryClient();
  const act = useAct(correctMapping, (read) => {
    queries.setQueryData([viewImport.path, { importId: run.importId }], read);
    setChanges(new Map());
  });
  const open = run.status === 'read';
  const change = (corrected: CorrectedColumn) =>
    setChanges(new Map(changes).set(corrected.header, corrected));

  return (
    <>
      <p className="quiet">{open ? texts.columnsNote : texts.columnsClosed}</p>
      {act.error ? <Refused error={act.error} retry={reload} /> : null}
      {sheets.map((sheet) => (
        <section key={sheet.name} aria-label={sheet.name} style={{ marginBottom: 16 }}>
          <h3>{sheet.name}</h3>
          {sheetDoubts(sheet).length > 0 ? (
            <ul>
              {sheetDoubts(sheet).map((doubt) => (
                <li key={doubt}>{doubt}</li>
              ))}
            </ul>
          ) : null}
          {sheet.ignored ? (
            <p className="quiet">{texts.ignoredSheet}</p>
          ) : (
            <ColumnTable kind={run.kind} sheet={sheet} changes={changes} change={open ? change : undefined} />
          )}
        </section>
      ))}
      {open ? (
        <div className="acts">
          <Button
            type="primary"
            disabled={changes.size === 0}
            loading={act.isPending}
            onClick={() =>
              act.mutate({ importId: run.importId, version: run.version, columns: [...changes.values()] })
            }
          >
            {texts.reread}
          </Button>
          <span role="status" className="quiet">
            {changes.size > 0 ? texts.rereadCount(changes.size) : act.isSuccess ? texts.rereadDone : null}
          </span>
        </div>
      ) : null}
    </>
  );
}
