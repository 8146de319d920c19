import { Input } from 'antd';
import type { PlainDate } from '#kernel/plain-date';
import { DayInput, Field, fieldError } from '#ui';
import { texts } from '../texts.ts';

export type Paper = {
  readonly documentNumber: string;
  readonly documentTitle: string;
  readonly documentDay: PlainDate | undefined;
};

export const noPaper: Paper = { documentNumber: '', documentTitle: '', documentDay: undefined };

export function paperReady({ documentNumber, documentTitle, documentDay }: Paper): boolean {
  return documentNumber.trim() !== '' && documentTitle.trim() !== '' && documentDay !== undefined;
}

/** The document that something rests on: number, title, day. */
export function PaperFields(props: {
  readonly paper: Paper;
  readonly change: (paper: Paper) => void;
  readonly error: unknown;
}) {
  const { paper, change, error } = props;
  return (
    <>
      <Field label={texts.document} required error={fieldError(error, 'documentTitle')}>
        {(ties) => (
          <Input
            {...ties}
            maxLength={200}
            value={paper.documentTitle}
            onChange={(event) => change({ ...paper, documentTitle: event.target.value })}
          />
        )}
      </Field>
      <div className="field-pair">
        <Field label={texts.documentNumber} required error={fieldError(error, 'documentNumber')}>
          {(ties) => (
            <Input
              {...ties}
              maxLength={60}
              value={paper.documentNumber}
              onChange={(event) => change({ ...paper, documentNumber: event.target.value })}
            />
          )}
        </Field>
        <Field label={texts.documentDay} required error={fieldError(error, 'documentDay')}>
          {(ties) => (
            <DayInput
              {...ties}
              value={paper.documentDay}
              change={(documentDay) => change({ ...paper, documentDay })}
            />
          )}
        </Field>
      </div>
    </>
  );
}
