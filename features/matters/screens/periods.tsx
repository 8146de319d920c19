import './matters.css';
import { Button } from 'antd';
import { useState } from 'react';
import type { OutputOf } from '#http/client';
import { type Column, DataTable, Instant, Page, Panel, Shown, useRoute } from '#ui';
import { listExcludedPeriods } from '../contract.ts';
import { periodTexts } from './period-texts.ts';
import { DeclareDialog } from './periods/declare-dialog.tsx';
import { texts } from './texts.ts';

type Period = OutputOf<typeof listExcludedPeriods>['periods'][number];

const columns: readonly Column<Period>[] = [
  {
    key: 'span',
    title: texts.periods,
    phone: 'title',
    render: ({ from, to }) => (
      <span className="instant">
        {from} {periodTexts.to} {to}
      </span>
    ),
  },
  {
    key: 'kinds',
    title: periodTexts.kinds,
    render: ({ kinds }) => (
      <span className="wrapped">{kinds?.map(({ name }) => name).join('、') ?? periodTexts.allKinds}</span>
    ),
  },
  {
    key: 'document',
    title: periodTexts.document,
    render: ({ document }) => <span className="wrapped">{document}</span>,
  },
  {
    key: 'reason',
    title: periodTexts.reason,
    render: ({ reason }) => <span className="wrapped">{reason}</span>,
  },
  { key: 'by', title: periodTexts.by, render: ({ declaredBy }) => declaredBy },
  { key: 'at', title: periodTexts.at, render: ({ declaredAt }) => <Instant at={declaredAt} /> },
];

/** Stretches of time that count against nobody. */
export function Screen() {
  const listed = useRoute(listExcludedPeriods, {});
  const [isDeclaring, declare] = useState(false);
  const [moved, tell] = useState<number>();
  return (
    <Page
      title={texts.periods}
      note={periodTexts.note}
      acts={
        listed.data?.mayDeclare ? (
          <Button type="primary" onClick={() => declare(true)}>
            {periodTexts.declare}
          </Button>
        ) : undefined
      }
    >
      <Panel>
        {moved === undefined ? null : (
          <p role="status" className="light light-green">
            {periodTexts.declared(moved)}
          </p>
        )}
        <Shown query={listed}>
          {({ periods }) => (
            <DataTable
              label={periodTexts.list}
              columns={columns}
              rows={periods}
              rowKey={({ periodId }) => periodId}
              empty={{ why: periodTexts.none, remedy: periodTexts.noneRemedy }}
            />
          )}
        </Shown>
      </Panel>
      {isDeclaring ? (
        <DeclareDialog
          close={() => declare(false)}
          done={(total) => {
            tell(total);
            declare(false);
          }}
        />
      ) : null}
    </Page>
  );
}
