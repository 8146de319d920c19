import './measures.css';
import { Button } from 'antd';
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { InputOf, OutputOf } from '#http/client';
import {
  type Column,
  DataTable,
  Dialog,
  download,
  LightMark,
  Page,
  Panel,
  Refused,
  type ScreenProps,
  Shown,
  useAct,
  useRoute,
} from '#ui';
import {
  issueDocument,
  reportDocx,
  reportPdf,
  type SheetLine,
  sheetDocx,
  sheetXlsx,
  viewDocument,
} from '../contract.ts';
import { cadenceWords, stateNames, texts } from '../texts.ts';
import { PublicationPanel } from './publication-panel.tsx';
import { ResponsesPanel } from './responses-panel.tsx';

type Seen = OutputOf<typeof viewDocument>;

/** One document: its sheet, what the units say of it, and once issued how far every measure is. */
export function Screen({ params }: ScreenProps) {
  const id = params['id'] as InputOf<typeof viewDocument>['id'];
  const seen = useRoute(viewDocument, { id });
  return <Shown query={seen}>{(data) => <Document seen={data} />}</Shown>;
}

function Document({ seen }: { readonly seen: Seen }) {
  const [, go] = useLocation();
  const [failed, setFailed] = useState<unknown>();
  const [isIssuing, issue] = useState(false);
  const issuing = useAct(issueDocument, () => issue(false));
  const { documentId: id, version, progress } = seen;
  const save = (route: typeof sheetXlsx | typeof sheetDocx | typeof reportDocx | typeof reportPdf) => () =>
    void download(route as typeof sheetXlsx, { id }).then(() => setFailed(undefined), setFailed);
  return (
    <Page
      title={seen.title}
      note={[seen.docNumber, seen.issuer, stateNames[seen.state]].filter(Boolean).join(' · ')}
      acts={
        <>
          {seen.mayReview ? (
            <Button onClick={() => go(`/policy-documents/${id}/review`)}>
              {seen.state === 'consulting' ? texts.amend : texts.goOn}
            </Button>
          ) : null}
          {seen.mayReview && seen.state === 'consulting' ? (
            <Button type="primary" onClick={() => issue(true)}>
              {texts.issue}
            </Button>
          ) : null}
          {seen.mayExport ? (
            <>
              <Button onClick={save(sheetXlsx)}>{texts.sheetXlsx}</Button>
              <Button onClick={save(sheetDocx)}>{texts.sheetDocx}</Button>
              <Button onClick={save(reportDocx)}>{texts.reportDocx}</Button>
              <Button onClick={save(reportPdf)}>{texts.reportPdf}</Button>
            </>
          ) : null}
        </>
      }
    >
      {failed ? <Refused error={failed} /> : null}
      {progress ? (
        <Panel>
          <dl className="counts">
            {(
              [
                [texts.done, texts.progressOf(progress.done, progress.total)],
                [texts.claimed, progress.claimed],
                [texts.late, progress.lateReports],
                [texts.emptyOnes, progress.emptyReports],
                [texts.unchecked, progress.unchecked],
              ] as const
            ).map(([name, value]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        </Panel>
      ) : null}
      <Panel title={texts.sheet}>
        <DataTable
          label={texts.sheet}
          columns={progress ? [...sheetColumns, ...trackedColumns] : sheetColumns}
          rows={seen.lines}
          rowKey={(row) => row.key}
          empty={{ why: texts.nothing }}
        />
        {progress ? <p className="quiet">{seen.basis.join('；')}</p> : null}
      </Panel>
      {seen.consultUntil ? <ResponsesPanel seen={seen} /> : null}
      {seen.mayPublish ? <PublicationPanel seen={seen} /> : null}
      <Dialog
        open={isIssuing}
        title={`${texts.issue}：${seen.title}`}
        act={texts.issue}
        busy={issuing.isPending}
        error={issuing.error}
        onAct={() => issuing.mutate({ id, version })}
        onClose={() => issue(false)}
      >
        <p>{texts.issueNote}</p>
      </Dialog>
    </Page>
  );
}

const names = (orgs: SheetLine['lead']) => orgs.map(({ name }) => name).join('、') || '—';

const sheetColumns: readonly Column<SheetLine>[] = [
  { key: 'no', title: texts.no, render: (row) => row.no, width: 72 },
  {
    key: 'title',
    title: texts.measureTitle,
    phone: 'title',
    render: ({ title, tracked }) => (
      <span className="measure-title">
        {tracked ? <Link href={`/measures/${tracked.measureId}`}>{title}</Link> : title}
      </span>
    ),
  },
  {
    key: 'lead',
    title: texts.lead,
    render: (row) => <span className="measure-units">{names(row.lead)}</span>,
  },
  {
    key: 'support',
    title: texts.support,
    render: (row) => <span className="measure-units">{names(row.support)}</span>,
  },
  { key: 'due', title: texts.dueOn, render: (row) => <span className="instant">{row.dueOn ?? '—'}</span> },
  { key: 'cadence', title: texts.cadence, render: (row) => cadenceWords[row.cadence] },
];

const trackedColumns: readonly Column<SheetLine>[] = [
  { key: 'state', title: texts.state, render: ({ tracked }) => tracked?.state ?? '—' },
  {
    key: 'light',
    title: texts.light,
    render: ({ tracked }) =>
      tracked?.light ? (
        <span title={tracked.reasons.join('；')}>
          <LightMark light={tracked.light} />
        </span>
      ) : (
        '—'
      ),
  },
  {
    key: 'report',
    title: texts.lastReport,
    render: ({ tracked }) => (
      <>
        <span className="instant">{tracked?.reportedOn ?? '—'}</span>
        {tracked?.emptyReport ? <span className="doubt">{texts.emptyReport}</span> : null}
        {tracked?.lateReport ? <span className="doubt">{`应于${tracked.reportDueOn}前报告`}</span> : null}
      </>
    ),
  },
  { key: 'check', title: texts.check, render: ({ tracked }) => tracked?.verdict ?? '—' },
];
