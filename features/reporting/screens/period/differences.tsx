import type { Month } from '#kernel/month';
import { type Column, DataTable, Instant, Shown, useMoneyUnit, useRoute } from '#ui';
import { type Difference, differencesAfterLock } from '../../contract.ts';
import { texts } from '../texts.ts';
import { FactLines } from './fact-lines.tsx';

/** The published figures beside what stands now; the published ones never change. */
export function Differences({ month }: { readonly month: Month }) {
  const { unit } = useMoneyUnit();
  const found = useRoute(differencesAfterLock, { month });
  const columns: readonly Column<Difference>[] = [
    { key: 'name', title: texts.project, phone: 'title', render: (row) => row.name },
    { key: 'district', title: texts.district, render: (row) => row.district ?? '—' },
    { key: 'kind', title: texts.kind, render: (row) => texts.requestKinds[row.kind] },
    {
      key: 'facts',
      title: texts.unit(texts.publishedToStanding, unit),
      render: (row) => <FactLines before={row.published} after={row.standing} />,
    },
    { key: 'reason', title: texts.reason, render: (row) => <span className="wrapped">{row.reason}</span> },
    { key: 'approver', title: texts.approver, render: (row) => row.approver },
    { key: 'at', title: texts.at, render: (row) => <Instant at={row.at} /> },
  ];
  return (
    <Shown query={found} rows={2}>
      {(data) => (
        <DataTable
          label={texts.differences}
          columns={columns}
          rows={data.differences}
          rowKey={(row) => `${row.projectId} ${row.at}`}
          empty={{ why: texts.noDifferences }}
        />
      )}
    </Shown>
  );
}
