import { Button, Input, Radio } from 'antd';
import { useEffect, useState } from 'react';
import { Field, Money } from '#ui';
import type { ReportingRow } from '../../contract.ts';
import { type FactName, factKinds, factNames } from '../grid/fact.ts';
import { showFact } from '../grid/show-fact.ts';
import type { BookState } from '../queue/book.ts';
import { type Entry, factsOf } from '../queue/entry.ts';
import { texts } from '../texts.ts';
import { CardNotes } from './row-notes.tsx';
import { StateCell } from './state-cell.tsx';
import type { TableParts } from './table-parts.ts';
import type { Remarks } from './use-book.ts';
import type { Grid } from './use-grid.ts';

type CardsProps = {
  readonly label: string;
  readonly rows: readonly ReportingRow[];
  readonly state: BookState;
  readonly remarks: Remarks;
  readonly grid: Grid;
  readonly parts: TableParts;
};

const page = 20;
const amounts = ['monthFen', 'cumFen'] as const;
const others = factNames.filter((fact) => factKinds[fact] !== 'amount');

/** On a phone each row is a card; figures first, the rest behind one touch. */
export function FillCards({ label, rows, state, remarks, grid, parts }: CardsProps) {
  const [shown, show] = useState(page);
  return (
    <>
      <ul className="cards" aria-label={label}>
        {rows.slice(0, shown).map((row) => (
          <Card
            key={row.projectId}
            row={row}
            entry={state.entries.get(row.projectId)}
            remark={remarks.get(row.projectId)}
            grid={grid}
            parts={parts}
          />
        ))}
      </ul>
      {rows.length > shown ? (
        <Button block style={{ marginTop: 8 }} onClick={() => show(shown + page)}>
          {texts.moreRows(rows.length - shown)}
        </Button>
      ) : null}
    </>
  );
}

type CardProps = Omit<CardsProps, 'label' | 'rows' | 'state' | 'remarks'> & {
  readonly row: ReportingRow;
  readonly entry: Entry | undefined;
  readonly remark: Parameters<typeof CardNotes>[0]['remark'];
};

function Card({ row, entry, remark, grid, parts }: CardProps) {
  const { unit } = parts.setting;
  const isOpen = grid.isOpen(row);
  const facts = entry ? factsOf(entry) : undefined;
  const cell = (fact: FactName) => (
    <FactField
      key={fact}
      fact={fact}
      unit={unit}
      isOpen={isOpen}
      text={entry?.unread[fact]?.text ?? showFact(fact, facts?.[fact] ?? null, unit)}
      wrong={entry?.unread[fact]?.wrong}
      put={(text) => grid.putText(row, fact, text)}
    />
  );
  return (
    <li className="card fill-card">
      <div className="fill-card-head">
        <b>{row.name}</b>
        <StateCell row={row} entry={entry} steps={parts.steps} ask={parts.ask} />
      </div>
      {(
        [
          [texts.planMonth, row.planMonthFen],
          [texts.planCum, row.planCumFen],
          [texts.lastCum, row.lastCumFen],
        ] as const
      ).map(([title, fen]) => (
        <div key={title} className="card-line">
          <span>{texts.unit(title, unit)}</span>
          <Money fen={fen} />
        </div>
      ))}
      <CardNotes row={row} entry={entry} remark={remark} parts={parts} />
      <div className="field-two">{amounts.map(cell)}</div>
      <details>
        <summary>{texts.otherFacts}</summary>
        {others.map(cell)}
      </details>
    </li>
  );
}

type FactFieldProps = {
  readonly fact: FactName;
  readonly unit: '万元' | '亿元';
  readonly text: string;
  readonly wrong: string | undefined;
  readonly isOpen: boolean;
  readonly put: (text: string) => void;
};

/** Kept when one leaves the field. */
function FactField({ fact, unit, text, wrong, isOpen, put }: FactFieldProps) {
  const [written, write] = useState(text);
  useEffect(() => write(text), [text]);
  const kind = factKinds[fact];
  const title = kind === 'amount' ? texts.unit(texts.facts[fact], unit) : texts.facts[fact];
  const leave = () => (written === text ? undefined : put(written));
  return (
    <Field label={title} error={wrong}>
      {(ties) =>
        kind === 'yes-no' ? (
          <Radio.Group
            {...ties}
            disabled={!isOpen}
            value={text}
            onChange={(event) => put(String(event.target.value))}
            options={[texts.yes, texts.no].map((value) => ({ value, label: value }))}
          />
        ) : kind === 'words' ? (
          <Input.TextArea
            {...ties}
            readOnly={!isOpen}
            autoSize={{ minRows: 1, maxRows: 6 }}
            value={written}
            onChange={(event) => write(event.target.value)}
            onBlur={leave}
          />
        ) : (
          <Input
            {...ties}
            readOnly={!isOpen}
            inputMode={kind === 'amount' ? 'decimal' : 'text'}
            autoComplete="off"
            value={written}
            onChange={(event) => write(event.target.value)}
            onBlur={leave}
          />
        )
      }
    </Field>
  );
}
