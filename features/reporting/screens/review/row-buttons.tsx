import { Button } from 'antd';
import type { ReportingRow } from '../../contract.ts';
import { texts } from '../texts.ts';
import type { ReviewActs } from './review-acts.ts';

/** What may be done with one row; the same as by keys. */
export function RowButtons({ row, acts }: { readonly row: ReportingRow; readonly acts: ReviewActs }) {
  const passes = row.acts.includes('pass');
  return (
    <span className="row-buttons">
      <Button
        size="small"
        onClick={() => acts.forward(row)}
        aria-label={`${passes ? texts.pass : texts.verify} ${row.name}`}
      >
        {passes ? texts.pass : texts.verify}
      </Button>
      <Button size="small" onClick={() => acts.sendBack(row)} aria-label={`${texts.returnRow} ${row.name}`}>
        {texts.returnRow}
      </Button>
      {row.acts.includes('verify') ? (
        <Button size="small" onClick={() => acts.verify(row)} aria-label={`${texts.verifyOther} ${row.name}`}>
          {texts.verifyOther}
        </Button>
      ) : null}
      <Button
        size="small"
        type="text"
        onClick={() => acts.history(row)}
        aria-label={texts.historyOf(row.name)}
      >
        {texts.historyShort}
      </Button>
    </span>
  );
}
