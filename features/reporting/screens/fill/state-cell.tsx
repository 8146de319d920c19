import { Button } from 'antd';
import type { ReportingRow, StepDue } from '../../contract.ts';
import { type Entry, isUnsaved } from '../queue/entry.ts';
import { texts } from '../texts.ts';
import { kindOf, stateNameOf } from './row-facts.ts';

type StateCellProps = {
  readonly row: ReportingRow;
  readonly entry: Entry | undefined;
  readonly steps: readonly StepDue[];
  readonly ask: (row: ReportingRow) => void;
};

/** The step a row waits for; who filled it, and for whom. */
export function StateCell({ row, entry, steps, ask }: StateCellProps) {
  const kind = kindOf(row, entry, steps);
  const { filler } = row;
  return (
    <span className={`row-state row-${kind}`}>
      <strong>{stateNameOf(row, entry, steps)}</strong>
      {entry && isUnsaved(entry) ? <small>{texts.pendingMark}</small> : null}
      {filler && !row.acts.includes('ask') && kind !== 'empty' && kind !== 'draft' ? (
        <small title={texts.byOn(filler.name, filler.onBehalfOf)}>
          {filler.onBehalfOf ? texts.forUnit(filler.onBehalfOf) : filler.name}
        </small>
      ) : null}
      {row.asked ? <small>{texts.askedAlready}</small> : null}
      {row.acts.includes('ask') ? (
        <Button size="small" onClick={() => ask(row)} aria-label={`${texts.ask} ${row.name}`}>
          {texts.ask}
        </Button>
      ) : null}
    </span>
  );
}
