import { Alert, Button, Input, Select } from 'antd';
import { useState } from 'react';
import type { InputOf, OutputOf } from '#http/client';
import type { Month } from '#kernel/month';
import type { PlainDate } from '#kernel/plain-date';
import { type Column, DataTable, Field, Refused, useAct, useUpload } from '#ui';
import { readTotalsFile, recordTotals, type TargetChoices } from '../contract.ts';
import { texts, statisticsTexts as words } from '../texts.ts';
import { SourceFields } from './record-figure.tsx';
import { Findings, TableSource } from './table-source.tsx';
import { readWhole, Whole } from './whole.tsx';

type Read = OutputOf<typeof readTotalsFile>;
type Total = InputOf<typeof recordTotals>['rows'][number];

/** Totals of districts, by hand for the month or from a table. */
export function EnterTotals({ choices, month }: { readonly choices: TargetChoices; readonly month: Month }) {
  const published = choices.indicators.filter((one) => one.statisticsCaliber !== null);
  const [indicatorId, setIndicator] = useState(published[0]?.id);
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const [read, setRead] = useState<Read>();
  const [source, setSource] = useState('');
  const [statedOn, setStatedOn] = useState<PlainDate>();
  const upload = useUpload(readTotalsFile, setRead);
  const act = useAct(recordTotals, () => {
    setTyped({});
    setRead(undefined);
  });
  const indicator = published.find((one) => one.id === indicatorId);
  if (!indicator) return <p>{words.noIndicators}</p>;
  const parties = choices.parties.filter((one) => one.kind !== 'department');
  const byHand: Total[] = parties.flatMap(({ kind, party }) => {
    const value = readWhole(indicator, typed[party] ?? '');
    if (!value || kind === 'department') return [];
    return [{ indicator: indicator.id, kind, party, month, value }];
  });
  const faulty = parties.some(({ party }) => readWhole(indicator, typed[party] ?? '') === undefined);
  const given = read ? read.rows.map(({ row: _, partyName: __, ...one }) => one) : byHand;
  return (
    <>
      <div className="columns">
        <section aria-label={words.byHand}>
          <h3>
            {words.byHand}（{month}）
          </h3>
          <Field label={texts.indicator} hint={indicator.statisticsCaliber}>
            {(ties) => (
              <Select
                {...ties}
                value={indicator.id}
                onChange={(id) => {
                  setIndicator(id);
                  setTyped({});
                }}
                options={published.map((one) => ({ value: one.id, label: `${one.name}（${one.unit}）` }))}
              />
            )}
          </Field>
          <div className="field-pair">
            {parties.map(({ party, name }) => (
              <Field
                key={party}
                label={name}
                error={readWhole(indicator, typed[party] ?? '') === undefined ? '请填写数字' : undefined}
              >
                {(ties) => (
                  <Input
                    {...ties}
                    inputMode="decimal"
                    suffix={indicator.unit}
                    disabled={read !== undefined}
                    value={typed[party] ?? ''}
                    onChange={(event) => setTyped({ ...typed, [party]: event.target.value })}
                  />
                )}
              </Field>
            ))}
          </div>
        </section>
        <section aria-label={words.fromTable}>
          <h3>{words.fromTable}</h3>
          {upload.error ? <Refused error={upload.error} /> : null}
          <TableSource hint={words.fileHint} send={upload.send} busy={upload.busy} />
          {read ? (
            <>
              <p role="status">{words.rowsRead(read.rows.length, read.findings.length)}</p>
              <ReadRows rows={read.rows} choices={choices} />
              <Findings findings={read.findings} />
              <Button onClick={() => setRead(undefined)}>{words.again}</Button>
            </>
          ) : null}
        </section>
      </div>
      <SourceFields source={source} setSource={setSource} statedOn={statedOn} setStatedOn={setStatedOn} />
      {act.error ? <Refused error={act.error} /> : null}
      {act.data ? (
        <Alert
          type="success"
          showIcon
          title={words.written(act.data.recorded)}
          style={{ marginBottom: 12 }}
        />
      ) : null}
      <Button
        type="primary"
        loading={act.isPending}
        disabled={given.length === 0 || faulty || source.trim() === '' || statedOn === undefined}
        onClick={() => statedOn && act.mutate({ rows: given, source: source.trim(), statedOn })}
      >
        {words.write} {given.length > 0 ? `${given.length} 条` : ''}
      </Button>
    </>
  );
}

function ReadRows({ rows, choices }: { readonly rows: Read['rows']; readonly choices: TargetChoices }) {
  const of = (id: string) => choices.indicators.find((one) => one.id === id);
  const columns: readonly Column<Read['rows'][number]>[] = [
    { key: 'party', title: texts.party, phone: 'title', render: (row) => row.partyName },
    { key: 'month', title: texts.month, render: (row) => <span className="instant">{row.month}</span> },
    { key: 'indicator', title: texts.indicator, render: (row) => of(row.indicator)?.name },
    {
      key: 'value',
      title: texts.value,
      number: true,
      render: (row) => {
        const unit = of(row.indicator);
        return unit ? (
          <>
            <Whole unit={unit} value={row.value} /> {unit.unit}
          </>
        ) : null;
      },
    },
  ];
  return (
    <DataTable
      label={words.fromTable}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.row}
      empty={{ why: '没有可以写入的行。' }}
    />
  );
}
