import { Alert, Button, Input, InputNumber } from 'antd';
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { InputOf, OutputOf } from '#http/client';
import { formatMoney, parseMoney } from '#kernel/money';
import {
  Facts,
  Field,
  Page,
  Panel,
  Refused,
  type ScreenProps,
  Shown,
  useAct,
  useMoneyUnit,
  useRoute,
} from '#ui';
import { splitProject, structureBasis } from '../contract.ts';
import { texts } from '../texts.ts';
import { type CellChange, CellGrid } from './cell-grid.tsx';
import { plainMoney } from './plain-money.ts';
import { quantityRows, shareOut, wholeOf } from './split-amounts.ts';
import { type StatedFacts, StatedFields, statedReady } from './stated-fields.tsx';
import './year.css';

type Basis = OutputOf<typeof structureBasis>;
type Id = InputOf<typeof structureBasis>['id'];
type Part = { readonly name: string; readonly amounts: Readonly<Record<string, string>> };

/** One project becomes several: every amount is divided to the fen. */
export function Screen({ params }: ScreenProps) {
  const basis = useRoute(structureBasis, { id: params['projectId'] as Id });
  return <Shown query={basis}>{(data) => <Split key={data.projectId} basis={data} />}</Shown>;
}

function Split({ basis }: { readonly basis: Basis }) {
  const { unit: chosen } = useMoneyUnit();
  const [unit] = useState(chosen);
  const [, go] = useLocation();
  const [parts, setParts] = useState<readonly Part[]>(() => [
    { name: `${basis.name}一期`, amounts: {} },
    { name: `${basis.name}二期`, amounts: {} },
  ]);
  const [share, setShare] = useState<number | null>(50);
  const [stated, setStated] = useState<StatedFacts>({
    ...{ fromMonth: basis.fromMonth, reason: '', approver: '' },
  });
  const split = useAct(splitProject, () => go(`/year/structures?year=${basis.year}`));
  const read = (text: string | undefined) => (text?.trim() ? parseMoney(text, unit) : null);
  const whole = wholeOf(basis);
  const partAt = (column: string) => parts[Number(column)];
  const difference = (key: string) => {
    const sum = parts.reduce((all, part) => all + (read(part.amounts[key]) ?? 0n), 0n);
    return sum - (whole[key] ?? 0n);
  };
  const unread = parts.some((part) => Object.values(part.amounts).some((text) => read(text) === undefined));
  const exact = quantityRows.every(({ key }) => difference(key) === 0n);
  const change = (changes: readonly CellChange[]) =>
    setParts((before) =>
      changes.reduce<readonly Part[]>((all, { row, column, value }) => {
        const part = all[Number(column)];
        if (!part) return all;
        return all.with(Number(column), { ...part, amounts: { ...part.amounts, [row]: value } });
      }, before),
    );
  const shareNow = () => {
    const shares = shareOut(whole, parts.length, share ?? 50);
    setParts(
      parts.map((part, at) => ({
        ...part,
        amounts: Object.fromEntries(
          quantityRows.map(({ key }) => [key, textOf(shares[at]?.[key] ?? null, unit)]),
        ),
      })),
    );
  };
  const wire = (part: Part, key: string) => {
    const fen = read(part.amounts[key]);
    return fen === null || fen === undefined ? null : (`${fen}` as const);
  };
  const send = () => {
    const { fromMonth, reason, approver } = stated;
    if (!fromMonth) return;
    split.mutate({
      ...{ id: basis.projectId, fromMonth, reason: reason.trim(), approver: approver.trim() },
      parts: parts.map((part) => ({
        name: part.name.trim(),
        totalFen: wire(part, 'total'),
        doneBeforeFen: wire(part, 'doneBefore'),
        planYearFen: wire(part, 'planYear'),
        monthsFen: Array.from({ length: 12 }, (_, at) => wire(part, `month-${at + 1}`)),
        reportedFen: wire(part, 'reported'),
      })),
    });
  };
  const named = parts.every(({ name }) => name.trim() !== '');
  return (
    <Page
      title={`${texts.split}：${basis.name}`}
      note={<Link href={`/year/structures?year=${basis.year}`}>{texts.backToStructures}</Link>}
    >
      <Panel>
        <Facts
          facts={[
            [texts.number, basis.number],
            [texts.district, basis.district],
            [texts.category, basis.category],
            [texts.reportedTo, basis.reportedMonth],
          ]}
        />
        <p className="quiet">{texts.splitNote(unit)}</p>
      </Panel>
      <Panel title={texts.parts}>
        <div className="field-pair">
          {parts.map((part, at) => (
            <Field key={texts.partName(at)} label={texts.partName(at + 1)} required>
              {(ties) => (
                <Input
                  {...ties}
                  maxLength={200}
                  value={part.name}
                  onChange={(event) => setParts(parts.with(at, { ...part, name: event.target.value }))}
                />
              )}
            </Field>
          ))}
        </div>
        <div className="filters">
          <Field label={texts.firstShare}>
            {(ties) => <InputNumber {...ties} min={1} max={99} value={share} onChange={setShare} />}
          </Field>
          <Button onClick={shareNow}>{texts.shareOut}</Button>
          <Button
            onClick={() => setParts([...parts, { name: `${basis.name}${parts.length + 1}期`, amounts: {} }])}
          >
            {texts.addPart}
          </Button>
          {parts.length > 2 ? (
            <Button onClick={() => setParts(parts.slice(0, -1))}>{texts.removePart}</Button>
          ) : null}
        </div>
        <CellGrid
          label={texts.parts}
          headTitle={`${texts.quantity}（${unit}）`}
          columns={parts.map((part, at) => ({ key: String(at), title: part.name || texts.partName(at + 1) }))}
          rows={quantityRows.map(({ key, name }) => ({
            ...{ key, name },
            head: (
              <>
                {name}
                <span className="year-was">
                  {texts.original} {money(whole[key] ?? null, unit)}
                </span>
              </>
            ),
          }))}
          cellText={(row, column) => partAt(column)?.amounts[row] ?? ''}
          wrong={(row, column) => read(partAt(column)?.amounts[row]) === undefined}
          change={change}
          tail={[
            {
              title: texts.difference,
              render: (key) => (
                <span className={difference(key) === 0n ? 'quiet' : 'year-sum-off'}>
                  {formatMoney(difference(key), unit)}
                </span>
              ),
            },
          ]}
        />
        {exact ? null : <Alert type="warning" showIcon style={{ marginTop: 12 }} title={texts.notExact} />}
      </Panel>
      <Panel title={texts.statement}>
        <StatedFields stated={stated} change={setStated} error={split.error} first={basis.fromMonth} />
        {split.error ? <Refused error={split.error} /> : null}
        <div className="acts">
          <Button
            type="primary"
            loading={split.isPending}
            disabled={!exact || unread || !named || !statedReady(stated)}
            onClick={send}
          >
            {texts.split}
          </Button>
        </div>
      </Panel>
    </Page>
  );
}

function textOf(fen: bigint | null, unit: '万元' | '亿元'): string {
  return fen === null ? '' : plainMoney(fen, unit);
}

function money(fen: bigint | null, unit: '万元' | '亿元'): string {
  return fen === null ? '—' : formatMoney(fen, unit);
}
