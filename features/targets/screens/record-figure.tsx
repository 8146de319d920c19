import { Input } from 'antd';
import { useState } from 'react';
import type { Month } from '#kernel/month';
import type { PlainDate } from '#kernel/plain-date';
import { DayInput, Dialog, Field, fieldError, useAct } from '#ui';
import { type Achieved, type IndicatorView, recordOwnFigure } from '../contract.ts';
import { texts } from '../texts.ts';
import { readWhole, writtenWhole } from './whole.tsx';

type Props = {
  readonly indicator: IndicatorView;
  readonly row: Achieved;
  readonly month: Month;
  readonly close: () => void;
};

/** A figure whose owner keeps it elsewhere. */
export function RecordFigure({ indicator, row, month, close }: Props) {
  const [text, setText] = useState(writtenWhole(indicator, row.actualMonth ? null : row.actual));
  const [source, setSource] = useState('');
  const [statedOn, setStatedOn] = useState<PlainDate>();
  const act = useAct(recordOwnFigure, close);
  const value = readWhole(indicator, text);
  return (
    <Dialog
      open
      title={`${texts.recordTitle}：${row.name} ${month}`}
      act={texts.record}
      ready={value !== undefined && source.trim() !== '' && statedOn !== undefined}
      busy={act.isPending}
      error={act.error}
      onAct={() =>
        value !== undefined &&
        statedOn &&
        act.mutate({
          ...{ kind: row.kind, party: row.party, indicator: indicator.id, month, value },
          ...{ source: source.trim(), statedOn },
        })
      }
      onClose={close}
    >
      <p className="quiet">
        {indicator.name}：{indicator.reportedCaliber}
      </p>
      <Field
        label={`${texts.value}（${indicator.unit}）`}
        required
        error={value === undefined ? '请填写数字' : fieldError(act.error, 'value')}
      >
        {(ties) => <Input {...ties} value={text} onChange={(event) => setText(event.target.value)} />}
      </Field>
      <SourceFields source={source} setSource={setSource} statedOn={statedOn} setStatedOn={setStatedOn} />
    </Dialog>
  );
}

type SourceProps = {
  readonly source: string;
  readonly setSource: (text: string) => void;
  readonly statedOn: PlainDate | undefined;
  readonly setStatedOn: (day: PlainDate | undefined) => void;
};

/** Where a figure stands written, and of what day that is. */
export function SourceFields({ source, setSource, statedOn, setStatedOn }: SourceProps) {
  return (
    <div className="field-pair">
      <Field label={texts.source} required hint={texts.sourceHint}>
        {(ties) => (
          <Input
            {...ties}
            maxLength={200}
            value={source}
            onChange={(event) => setSource(event.target.value)}
          />
        )}
      </Field>
      <Field label={texts.statedOn} required>
        {(ties) => <DayInput {...ties} value={statedOn} change={setStatedOn} />}
      </Field>
    </div>
  );
}
