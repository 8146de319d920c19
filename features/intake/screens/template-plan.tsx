import { Button } from 'antd';
import { useState } from 'react';
import type { InputOf } from '#http/client';
import { type Column, download, PagedTable, Refused } from '#ui';
import { fillTemplate, type TemplatePreview, type TemplateRow } from '../contract.ts';
import { templateTexts as texts } from '../texts.ts';

type TemplatePlanProps = {
  readonly ask: InputOf<typeof fillTemplate>;
  readonly plan: TemplatePreview;
};

type Told = TemplateRow & { readonly why: string };

const columns: readonly Column<Told>[] = [
  {
    key: 'name',
    title: texts.name,
    phone: 'title',
    render: ({ name }) => <span className="wrapped">{name ?? '—'}</span>,
  },
  { key: 'sheet', title: texts.sheet, render: ({ sheet }) => sheet },
  { key: 'row', title: texts.row, number: true, render: ({ row }) => row },
  { key: 'why', title: texts.why, render: ({ why }) => why },
];

/** What would be put where, which rows stay, and the filled workbook to save. */
export function TemplatePlan({ ask, plan }: TemplatePlanProps) {
  const [state, setState] = useState<'busy' | { readonly error: unknown }>();
  const save = async () => {
    setState('busy');
    try {
      await download(fillTemplate, ask);
      setState(undefined);
    } catch (error) {
      setState({ error });
    }
  };
  const told: readonly Told[] = [
    ...plan.unknown.map((row) => ({ ...row, why: texts.unknown })),
    ...plan.silent.map((row) => ({ ...row, why: texts.silent })),
    ...plan.sums.map((row) => ({ ...row, why: texts.sums })),
  ];
  const headers = [...new Set(plan.columns.map(({ header }) => header.replaceAll('\n', '')))];
  const counts = [
    [texts.counts.filled, plan.filled],
    [texts.counts.cells, plan.cells],
    [texts.counts.unknown, plan.unknown.length],
    [texts.counts.silent, plan.silent.length],
  ] as const;
  return (
    <>
      <dl className="counts">
        {counts.map(([name, count]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{count}</dd>
          </div>
        ))}
      </dl>
      <p>{headers.length > 0 ? `${texts.columns}：${headers.join('、')}` : texts.noColumns}</p>
      {plan.doubts.length > 0 ? (
        <ul aria-label={texts.doubts}>
          {plan.doubts.map((doubt) => (
            <li key={doubt}>{doubt}</li>
          ))}
        </ul>
      ) : null}
      {plan.kept.length > 0 ? <p className="quiet">{texts.kept(plan.kept.length)}</p> : null}
      {typeof state === 'object' ? <Refused error={state.error} /> : null}
      <div className="acts" style={{ marginBottom: 12 }}>
        <Button
          type="primary"
          disabled={plan.cells === 0}
          loading={state === 'busy'}
          onClick={() => void save()}
        >
          {texts.save}
        </Button>
      </div>
      <PagedTable
        label={texts.why}
        columns={columns}
        rows={told}
        rowKey={({ sheet, row, why }) => `${sheet}!${row} ${why}`}
        empty={{ why: texts.none }}
      />
    </>
  );
}
