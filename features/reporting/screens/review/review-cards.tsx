import { Checkbox } from 'antd';
import { Money, useMoneyUnit } from '#ui';
import type { ReportingRow, StepDue } from '../../contract.ts';
import { texts } from '../texts.ts';
import { By, Completion, Doubts, since, waitsAt } from './figures.tsx';
import type { ReviewActs } from './review-acts.ts';
import { RowButtons } from './row-buttons.tsx';

type ReviewCardsProps = {
  readonly rows: readonly ReportingRow[];
  readonly steps: readonly StepDue[];
  readonly chosen: ReadonlySet<string>;
  readonly acts: ReviewActs;
};

export function ReviewCards({ rows, steps, chosen, acts }: ReviewCardsProps) {
  const { unit } = useMoneyUnit();
  return (
    <ul className="cards">
      {rows.map((row) => {
        const { reported } = row;
        const lines = [
          [texts.unit(texts.planMonth, unit), <Money key="" fen={row.planMonthFen} />],
          [texts.unit(texts.facts.monthFen, unit), <Money key="" fen={reported?.monthFen} />],
          [texts.unit(texts.planCum, unit), <Money key="" fen={row.planCumFen} />],
          [texts.unit(texts.facts.cumFen, unit), <Money key="" fen={reported?.cumFen} />],
          [texts.completion, <Completion key="" row={row} />],
          [texts.facts.started, since(reported?.started, reported?.actualStart)],
          [texts.facts.entered, since(reported?.entered, reported?.enteredOn)],
          [texts.state, waitsAt(row, steps)],
        ] as const;
        return (
          <li key={row.projectId} className="card fill-card">
            <Checkbox checked={chosen.has(row.projectId)} onChange={() => acts.toggle(row)}>
              <b>{row.name}</b>
            </Checkbox>
            <By row={row} />
            <div>
              {lines.map(([title, value]) => (
                <div key={title} className="card-line">
                  <span>{title}</span>
                  <span>{value}</span>
                </div>
              ))}
            </div>
            {reported?.progressText ? <div>{reported.progressText}</div> : null}
            {reported?.problem ? (
              <div>
                {texts.facts.problem}：{reported.problem}
              </div>
            ) : null}
            <Doubts row={row} />
            <RowButtons row={row} acts={acts} />
          </li>
        );
      })}
    </ul>
  );
}
