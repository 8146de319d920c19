import { Button } from 'antd';
import { useState } from 'react';
import type { InputOf, OutputOf } from '#http/client';
import { download, Page, Panel, Refused, Shown, useRoute } from '#ui';
import { exportAudit, listAudit } from '../contract.ts';
import { AuditDetails } from './audit-details.tsx';
import { AuditFilters } from './audit-filters.tsx';
import { AuditTable } from './audit-table.tsx';
import { Verify } from './verify.tsx';
import { words } from './words.ts';

type AuditRow = OutputOf<typeof listAudit>['rows'][number];

/** Who did what, newest first; the verdict on the whole chain; the export of what is shown. */
export function Screen() {
  const [filter, setFilter] = useState<InputOf<typeof exportAudit>>({});
  const [page, turn] = useState(1);
  const [shown, show] = useState<AuditRow>();
  const [exporting, setExporting] = useState<'busy' | { readonly error: unknown }>();
  const rows = useRoute(listAudit, { ...filter, page });

  const save = async () => {
    setExporting('busy');
    try {
      await download(exportAudit, filter);
      setExporting(undefined);
    } catch (error) {
      setExporting({ error });
    }
  };

  return (
    <Page
      title={words.audit}
      note={words.note}
      acts={
        <Button onClick={() => void save()} loading={exporting === 'busy'}>
          {words.export}
        </Button>
      }
    >
      <Verify />
      <Panel>
        {typeof exporting === 'object' ? <Refused error={exporting.error} /> : null}
        <AuditFilters
          filter={filter}
          change={(next) => {
            setFilter(next);
            turn(1);
          }}
        />
        <Shown query={rows}>{(data) => <AuditTable page={data} turn={turn} show={show} />}</Shown>
      </Panel>
      <AuditDetails row={shown} close={() => show(undefined)} />
    </Page>
  );
}
