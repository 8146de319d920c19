import { Button } from 'antd';
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import { type Column, DataTable, Dialog, Field, Instant, Page, Panel, Shown, useRoute } from '#ui';
import { type StructureView, structures } from '../contract.ts';
import { structureNames, texts } from '../texts.ts';
import { PickProject, type ProjectChoice } from './pick-project.tsx';
import { useYear, YearFilter } from './use-year.tsx';
import './year.css';

function Parts({ row, side }: { readonly row: StructureView; readonly side: 'before' | 'after' }) {
  return (
    <ul className="year-parts">
      {row.parts
        .filter((part) => part.role === side)
        .map((part) => (
          <li key={part.projectId}>
            <Link href={`/projects/${part.projectId}`} className="wrapped">
              {part.name}
            </Link>
            <span className="year-was">{part.counts ? texts.counts : texts.countsNot}</span>
          </li>
        ))}
    </ul>
  );
}

const columns: readonly Column<StructureView>[] = [
  { key: 'kind', title: texts.kind, phone: 'title', render: (row) => structureNames[row.kind] },
  { key: 'from', title: texts.fromMonth, render: (row) => row.fromMonth },
  { key: 'before', title: texts.before, render: (row) => <Parts row={row} side="before" /> },
  { key: 'after', title: texts.after, render: (row) => <Parts row={row} side="after" /> },
  { key: 'reason', title: texts.reason, render: (row) => <span className="wrapped">{row.reason}</span> },
  { key: 'approver', title: texts.approver, render: (row) => row.approver },
  {
    key: 'by',
    title: texts.madeBy,
    render: (row) => (
      <>
        {row.by} <Instant at={row.at} />
      </>
    ),
  },
];

/** What was divided, joined or bundled in a year. */
export function Screen() {
  const chosen = useYear();
  if (chosen.year) return <Structures {...chosen} year={chosen.year} />;
  return (
    <Page title={texts.structures}>
      <Shown query={chosen.choices}>{() => null}</Shown>
    </Page>
  );
}

function Structures(chosen: ReturnType<typeof useYear> & { readonly year: number }) {
  const { year } = chosen;
  const found = useRoute(structures, { year });
  const [, go] = useLocation();
  const [splitting, split] = useState(false);
  const [one, choose] = useState<ProjectChoice>();
  return (
    <Page
      title={`${year}年${texts.structures}`}
      note={<Link href={`/year?year=${year}`}>{texts.backToYear}</Link>}
      acts={
        found.data?.mayChange ? (
          <>
            <Button onClick={() => split(true)}>{texts.split}</Button>
            <Button onClick={() => go('/year/structures/join?kind=merge')}>{texts.merge}</Button>
            <Button onClick={() => go('/year/structures/join?kind=bundle')}>{texts.bundle}</Button>
          </>
        ) : null
      }
    >
      <Panel>
        <div className="filters">
          <YearFilter {...chosen} />
        </div>
        <p className="quiet">{texts.structuresRule}</p>
        <Shown query={found}>
          {(data) => (
            <DataTable
              label={texts.structures}
              columns={columns}
              rows={data.structures}
              rowKey={(row) => row.structureId}
              empty={{
                why: texts.noStructures(year),
                remedy: data.mayChange ? texts.noStructuresRemedy : undefined,
              }}
            />
          )}
        </Shown>
      </Panel>
      <Dialog
        open={splitting}
        title={texts.split}
        act={texts.next}
        ready={one !== undefined}
        onAct={() => one && go(`/year/structures/split/${one.projectId}`)}
        onClose={() => split(false)}
      >
        <Field label={texts.project} required>
          {(ties) => <PickProject ties={ties} value={one} pick={choose} />}
        </Field>
      </Dialog>
    </Page>
  );
}
