import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { InputOf, OutputOf } from '#http/client';
import { type Column, DataTable, Facts, Instant, Page, Panel, type ScreenProps, Shown, useRoute } from '#ui';
import { projectStart } from '../contract.ts';
import { checkNames, texts, columnTitles as title } from '../texts.ts';
import { CheckDialog, ProofDialog } from './dialogs.tsx';

type Start = OutputOf<typeof projectStart>;
type Check = Start['checks'][number];
type Proof = Start['evidence'][number];

/** How it stands with a project's start: what the district saw, which proof is there. */
export function Screen({ params }: ScreenProps) {
  const id = params['id'] as InputOf<typeof projectStart>['id'];
  const start = useRoute(projectStart, { id });
  return <Shown query={start}>{(data) => <ProjectStart start={data} />}</Shown>;
}

function ProjectStart({ start }: { readonly start: Start }) {
  const [, go] = useLocation();
  const [act, setAct] = useState<'check' | 'proof'>();
  const { row, checks, evidence } = start;
  const close = () => setAct(undefined);
  return (
    <Page
      title={`${texts.starts}：${row.name}`}
      note={[row.number, row.districts.join('、'), row.stage].join(' · ')}
      acts={
        <>
          <Button onClick={() => go(`/projects/${row.projectId}`)}>{texts.toProject}</Button>
          {row.mayShowProof ? <Button onClick={() => setAct('proof')}>{texts.proof}</Button> : null}
          {row.mayCheck ? (
            <Button type="primary" onClick={() => setAct('check')}>
              {texts.check}
            </Button>
          ) : null}
        </>
      }
    >
      {row.missing ? (
        <Alert
          type="warning"
          showIcon
          title={`${texts.flag}：${texts.missing(row.missing)}`}
          description={texts.flagNote}
          style={{ marginBottom: 12 }}
        />
      ) : null}
      <Panel>
        <Facts
          facts={[
            [texts.rule, `${start.text}${start.clause ? `（${start.clause}）` : ''}`],
            [title.plannedStart, row.plannedStart],
            [title.begun, row.begun ? texts.begun : texts.notBegun],
            [title.check, [checkNames[row.check], row.ground].filter(Boolean).join('：')],
            ['下一步', texts.stageNote],
          ]}
        />
      </Panel>
      <Panel title={texts.checks}>
        <DataTable
          label={texts.checks}
          columns={checkColumns}
          rows={checks}
          rowKey={(one) => one.at}
          empty={{ why: texts.noChecks, remedy: texts.noChecksRemedy }}
        />
      </Panel>
      <Panel title={texts.evidence}>
        <DataTable
          label={texts.evidence}
          columns={proofColumns}
          rows={evidence}
          rowKey={(one) => one.at}
          empty={{ why: texts.noEvidence }}
        />
      </Panel>
      {act === 'check' ? <CheckDialog start={start} close={close} /> : null}
      {act === 'proof' ? <ProofDialog start={start} close={close} /> : null}
    </Page>
  );
}

const checkColumns: readonly Column<Check>[] = [
  {
    key: 'outcome',
    title: texts.outcome,
    phone: 'title',
    render: (one) => [checkNames[one.outcome], one.ground].filter(Boolean).join('：'),
  },
  { key: 'on', title: title.seenOn, render: (one) => <span className="instant">{one.seenOn}</span> },
  { key: 'by', title: title.seenBy, render: (one) => one.seenBy },
  { key: 'note', title: texts.note, render: (one) => <span className="wrapped">{one.note ?? '—'}</span> },
  {
    key: 'recorded',
    title: '登记',
    render: (one) => (
      <>
        {one.by} <Instant at={one.at} />
      </>
    ),
  },
];

const proofColumns: readonly Column<Proof>[] = [
  { key: 'name', title: texts.proofKind, phone: 'title', render: (one) => one.name },
  { key: 'reference', title: texts.reference, render: (one) => one.reference },
  { key: 'on', title: texts.on, render: (one) => <span className="instant">{one.on ?? '—'}</span> },
  { key: 'note', title: texts.note, render: (one) => <span className="wrapped">{one.note ?? '—'}</span> },
  {
    key: 'recorded',
    title: '登记',
    render: (one) => (
      <>
        {one.by} <Instant at={one.at} />
      </>
    ),
  },
];
