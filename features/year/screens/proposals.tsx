import { Alert, Button, Checkbox, Pagination, Select } from 'antd';
import { useState } from 'react';
import { Link } from 'wouter';
import { formatMoney, parseMoney } from '#kernel/money';
import { Empty, Field, Filters, Panel, Refused, useAct, useMoneyUnit } from '#ui';
import { proposePlans, type WindowRow } from '../contract.ts';
import { texts } from '../texts.ts';
import { type CellChange, CellGrid, type GridColumn } from './cell-grid.tsx';
import type { OneWindow } from './one-window.ts';
import { plainMoney } from './plain-money.ts';

type Draft = Readonly<Record<string, string>>;

const months: readonly GridColumn[] = Array.from({ length: 12 }, (_, at) => ({
  ...{ key: `m${at}`, title: `${at + 1}月` },
}));
const columns: readonly GridColumn[] = [...months, { key: 'reason', title: texts.changeReason, text: true }];
const pageSize = 50;

/** The projects in scope with both plans; what is typed is kept until it is sent. */
export function Proposals({ data }: { readonly data: OneWindow }) {
  const { window, rows, mayPropose } = data;
  const { unit: chosen } = useMoneyUnit();
  const [unit] = useState(chosen);
  const [drafts, setDrafts] = useState<Readonly<Record<string, Draft>>>({});
  const [district, setDistrict] = useState<string>();
  const [onlyProposed, setOnly] = useState(window.end !== null);
  const [page, turn] = useState(1);
  const byId = new Map(rows.map((row) => [row.projectId as string, row]));
  const send = useAct(proposePlans, () => setDrafts({}));
  const shown = rows.filter(
    (row) =>
      (!district || row.districtId === district) &&
      (!onlyProposed || row.proposal !== null || drafts[row.projectId]),
  );
  const start = (Math.min(page, Math.max(1, Math.ceil(shown.length / pageSize))) - 1) * pageSize;
  const onPage = shown.slice(start, start + pageSize);
  const typed = (fen: string | null | undefined) => (fen ? plainMoney(BigInt(fen), unit) : '');
  const kept = (row: WindowRow, column: string): string => {
    if (column === 'reason') return row.proposal?.reason ?? '';
    return typed((row.proposal ?? row).monthsFen[Number(column.slice(1))]);
  };
  const cellText = (id: string, column: string) => {
    const row = byId.get(id);
    return drafts[id]?.[column] ?? (row ? kept(row, column) : '');
  };
  const read = (text: string) => (text.trim() === '' ? null : parseMoney(text, unit));
  const wrong = (id: string, column: string) => {
    const value = cellText(id, column);
    if (column === 'reason') return Boolean(drafts[id]) && value.trim() === '';
    const fen = read(value);
    return fen === undefined || (fen !== null && fen < 0n);
  };
  const change = (changes: readonly CellChange[]) =>
    setDrafts((before) => {
      const after: Record<string, Draft> = { ...before };
      for (const { row, column, value } of changes) after[row] = { ...after[row], [column]: value };
      return after;
    });
  const ids = Object.keys(drafts).filter((id) => byId.has(id));
  const faulty = ids.filter((id) => columns.some(({ key }) => wrong(id, key)));
  const proposalOf = (id: string, withdrawn: boolean) => {
    const row = byId.get(id) as WindowRow;
    return {
      ...{ projectId: row.projectId, planNumber: row.planNumber, expectedNumber: row.proposalNumber },
      monthsFen: months.map(({ key }) => {
        const fen = read(cellText(id, key));
        return fen === null || fen === undefined ? null : (`${fen}` as const);
      }),
      reason: cellText(id, 'reason').trim(),
      ...(withdrawn ? { withdrawn } : {}),
    };
  };
  const sum = (id: string) => months.reduce((all, { key }) => all + (read(cellText(id, key)) ?? 0n), 0n);
  const districts = [...new Map(rows.map((row) => [row.districtId, row.district]))];
  return (
    <Panel title={texts.proposals}>
      <Filters>
        <Field label={texts.district}>
          {(ties) => (
            <Select
              {...ties}
              allowClear
              style={{ minWidth: 160 }}
              placeholder={texts.allDistricts}
              value={district ?? null}
              onChange={(value) => setDistrict(value ?? undefined)}
              options={districts.map(([value, label]) => ({ value, label: label ?? '—' }))}
            />
          )}
        </Field>
        <Checkbox
          className="filter-check"
          checked={onlyProposed}
          onChange={(event) => setOnly(event.target.checked)}
        >
          {texts.onlyProposed}
        </Checkbox>
      </Filters>
      {mayPropose ? <p className="quiet">{texts.gridNote(unit)}</p> : null}
      {rows.length === 0 ? (
        <Empty why={texts.noProjects(window.year)} remedy={texts.noProjectsRemedy} />
      ) : shown.length === 0 ? (
        <Empty why={texts.noneProposed} />
      ) : (
        <CellGrid
          label={texts.proposals}
          headTitle={texts.project}
          columns={columns}
          rows={onPage.map((row) => ({
            ...{ key: row.projectId, name: row.name },
            head: <RowHead row={row} unit={unit} changed={drafts[row.projectId] !== undefined} />,
          }))}
          cellText={cellText}
          wrong={wrong}
          change={change}
          disabled={!mayPropose}
          tail={[
            { title: `${texts.newTotal}（${unit}）`, render: (id) => formatMoney(sum(id), unit) },
            {
              title: texts.act,
              render: (id) =>
                mayPropose && byId.get(id)?.proposal ? (
                  <Button
                    type="link"
                    className="in-cell"
                    aria-label={`${texts.withdraw}${byId.get(id)?.name}`}
                    onClick={() => send.mutate({ id: window.windowId, proposals: [proposalOf(id, true)] })}
                  >
                    {texts.withdraw}
                  </Button>
                ) : null,
            },
          ]}
        />
      )}
      {shown.length > pageSize ? (
        <Pagination
          align="end"
          style={{ marginTop: 12 }}
          current={start / pageSize + 1}
          pageSize={pageSize}
          total={shown.length}
          showSizeChanger={false}
          onChange={turn}
        />
      ) : null}
      {send.error ? <Refused error={send.error} /> : null}
      {mayPropose ? (
        <div className="acts">
          <Button
            type="primary"
            disabled={ids.length === 0 || faulty.length > 0}
            loading={send.isPending}
            onClick={() =>
              send.mutate({ id: window.windowId, proposals: ids.map((id) => proposalOf(id, false)) })
            }
          >
            {texts.propose(ids.length)}
          </Button>
          {ids.length > 0 ? <Button onClick={() => setDrafts({})}>{texts.discard}</Button> : null}
        </div>
      ) : null}
      {faulty.length > 0 ? (
        <Alert
          type="warning"
          showIcon
          style={{ marginTop: 12 }}
          title={texts.faulty(faulty.map((id) => byId.get(id)?.name ?? id))}
        />
      ) : null}
    </Panel>
  );
}

function RowHead(props: {
  readonly row: WindowRow;
  readonly unit: '万元' | '亿元';
  readonly changed: boolean;
}) {
  const { row, unit, changed } = props;
  const money = (fen: string | null) => (fen === null ? texts.noPlan : formatMoney(BigInt(fen), unit));
  return (
    <>
      <Link href={`/projects/${row.projectId}`}>{row.name}</Link>
      <span className="year-was">
        {row.district ?? '—'} · {texts.standing} {money(row.totalFen)}
      </span>
      {changed ? (
        <strong>{texts.unsent}</strong>
      ) : row.proposal ? (
        <span>{texts.proposedBy(row.proposal.by)}</span>
      ) : null}
    </>
  );
}
