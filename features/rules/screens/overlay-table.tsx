import { Link } from 'wouter';
import { type Column, DataTable } from '#ui';
import type { OverlayLine } from '../contract.ts';
import { stateNames, words } from '../texts.ts';

const columns: readonly Column<OverlayLine>[] = [
  {
    key: 'part',
    title: words.part,
    phone: 'title',
    render: ({ overlayId, sectionName, file }) => (
      <Link href={`/rules/overlays/${overlayId}`}>
        {sectionName} <span className="quiet">{file}</span>
      </Link>
    ),
  },
  { key: 'state', title: words.state, render: (line) => <OverlayState line={line} /> },
  { key: 'from', title: words.effectiveFrom, render: ({ effectiveFrom }) => effectiveFrom },
  { key: 'reason', title: words.reason, render: ({ reason }) => <span className="wrapped">{reason}</span> },
  { key: 'basis', title: words.basis, render: ({ basis }) => <span className="wrapped">{basis}</span> },
  { key: 'authors', title: words.authors, render: ({ authors }) => authors.join('、') },
  { key: 'approved', title: words.approvedBy, render: ({ approvedBy }) => approvedBy ?? '—' },
];

export function OverlayTable({
  rows,
  label,
}: {
  readonly rows: readonly OverlayLine[];
  readonly label: string;
}) {
  return (
    <DataTable
      label={label}
      columns={columns}
      rows={rows}
      rowKey={({ overlayId }) => overlayId}
      empty={{ why: words.noChanges }}
    />
  );
}

/** Where it stands, and what a person should look at. */
export function OverlayState({ line }: { readonly line: OverlayLine }) {
  return (
    <>
      {stateNames[line.state]}
      {line.withdrawnFrom && line.state === 'in-force' ? `，自 ${line.withdrawnFrom} 撤下` : ''}
      {line.unfit ? <span className="doubt">{words.unfit}</span> : null}
      {line.drifted ? <span className="doubt">{words.drifted}</span> : null}
    </>
  );
}
