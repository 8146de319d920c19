import { useState } from 'react';
import { Dialog, fieldError } from '#ui';
import type { ReportingRow } from '../../contract.ts';
import { Reason } from '../reason.tsx';
import { texts } from '../texts.ts';
import type { Review } from './use-review.ts';

type ReturnProps = {
  readonly rows: readonly ReportingRow[];
  readonly review: Review;
  readonly done: () => void;
  readonly close: () => void;
};

/** Each row goes back with its own words, or all with the same. */
export function ReturnDialog({ rows, review, done, close }: ReturnProps) {
  const [reasons, setReasons] = useState<ReadonlyMap<string, string>>(new Map());
  const own = (row: ReportingRow) => reasons.get(row.projectId) ?? '';
  const first = rows[0];
  const reasonOf = (row: ReportingRow) => own(row).trim() || (first ? own(first).trim() : '');
  return (
    <Dialog
      open
      title={rows.length === 1 && first ? texts.returnOf(first.name) : texts.returnTitle(rows.length)}
      act={texts.returnRow}
      ready={rows.every((row) => reasonOf(row) !== '')}
      busy={review.isBusy}
      error={review.returnError}
      onAct={() => review.sendBack(rows, reasonOf, done)}
      onClose={close}
    >
      {rows.length > 1 ? <p className="quiet">{texts.sameReason}</p> : null}
      {rows.map((row, at) => (
        <Reason
          key={row.projectId}
          label={rows.length === 1 ? texts.returnReason : texts.reasonOf(row.name)}
          hint={at === 0 ? texts.returnHint : ''}
          required={at === 0}
          isFirst={at === 0}
          value={own(row)}
          change={(text) => setReasons(new Map([...reasons, [row.projectId, text]]))}
          error={at === 0 ? fieldError(review.returnError, 'reason') : undefined}
        />
      ))}
    </Dialog>
  );
}
