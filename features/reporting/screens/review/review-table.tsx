import { Checkbox } from 'antd';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { Money, useMoneyUnit } from '#ui';
import type { ReportingRow, StepDue } from '../../contract.ts';
import { texts } from '../texts.ts';
import { By, Completion, Doubts, since, waitsAt } from './figures.tsx';
import type { ReviewActs } from './review-acts.ts';
import { RowButtons } from './row-buttons.tsx';

type ReviewTableProps = {
  readonly label: string;
  readonly rows: readonly ReportingRow[];
  readonly steps: readonly StepDue[];
  readonly chosen: ReadonlySet<string>;
  readonly acts: ReviewActs;
  readonly at: number;
  readonly stand: (at: number) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
};

/** Plan, last month and what is reported side by side. */
export function ReviewTable(props: ReviewTableProps) {
  const { label, rows, steps, chosen, acts, at, stand, onKeyDown } = props;
  const { unit } = useMoneyUnit();
  const body = useRef<HTMLTableSectionElement>(null);
  const isMoved = useRef(false);
  const differs = new Set(rows.map(({ state }) => state)).size > 1;
  useEffect(() => {
    const row = body.current?.querySelector<HTMLElement>('.review-here');
    const there = document.activeElement;
    if (there && there !== document.body && !body.current?.contains(there)) return;
    row?.focus({ preventScroll: !isMoved.current });
    if (isMoved.current) row?.scrollIntoView({ block: 'nearest' });
    isMoved.current = true;
  }, [at, rows]);
  const money = (title: string) => (
    <th scope="col" className="number">
      {title}
      <small>（{unit}）</small>
    </th>
  );
  return (
    <div className="grid-scroll review-scroll">
      <table
        className="grid review-table" // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: one moves in it by arrow keys -- the grid pattern
        role="grid"
        aria-label={label}
        aria-multiselectable="true"
      >
        <thead>
          <tr>
            <th scope="col" style={{ width: 210 }}>
              {texts.project}
            </th>
            {money(texts.planMonth)}
            {money(texts.facts.monthFen)}
            {money(texts.planCum)}
            {money(texts.lastCum)}
            {money(texts.facts.cumFen)}
            <th scope="col" className="number">
              {texts.completion}
            </th>
            <th scope="col">{texts.facts.started}</th>
            <th scope="col">{texts.facts.entered}</th>
            <th scope="col" className="said">
              {texts.said}
            </th>
            {differs ? <th scope="col">{texts.state}</th> : null}
            <th scope="col">{texts.act}</th>
          </tr>
        </thead>
        <tbody ref={body}>
          {rows.map((row, number) => (
            <tr
              key={row.projectId}
              tabIndex={number === at ? 0 : -1}
              aria-selected={chosen.has(row.projectId)}
              className={number === at ? 'review-here' : undefined}
              onKeyDown={onKeyDown}
              onFocus={() => stand(number)}
              onClick={() => stand(number)}
            >
              <th scope="row">
                <Checkbox checked={chosen.has(row.projectId)} tabIndex={-1} onChange={() => acts.toggle(row)}>
                  <b>{row.name}</b>
                </Checkbox>
                <div>
                  <By row={row} />
                </div>
              </th>
              <Cells row={row} />
              {differs ? <td>{waitsAt(row, steps)}</td> : null}
              <td>
                <RowButtons row={row} acts={acts} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cells({ row }: { readonly row: ReportingRow }) {
  const { reported } = row;
  return (
    <>
      {[row.planMonthFen, reported?.monthFen, row.planCumFen, row.lastCumFen, reported?.cumFen].map(
        (fen, number) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: five columns in a fixed order -- the place is the key
          <td key={number} className="number">
            <Money fen={fen} />
          </td>
        ),
      )}
      <td className="number">
        <Completion row={row} />
      </td>
      <td className="nowrap">{since(reported?.started, reported?.actualStart)}</td>
      <td className="nowrap">{since(reported?.entered, reported?.enteredOn)}</td>
      <td>
        {reported?.progressText ? <div>{reported.progressText}</div> : null}
        {reported?.problem ? (
          <div>
            {texts.facts.problem}：{reported.problem}
          </div>
        ) : null}
        <Doubts row={row} />
      </td>
    </>
  );
}
