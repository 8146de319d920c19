import { Button, Modal } from 'antd';
import { type Fact, Facts, Money, useMoneyUnit } from '#ui';
import type { ImportRow, Preview } from '../contract.ts';
import { texts } from '../texts.ts';
import { inWords, recordOf } from './record.ts';

type RecordDialogProps = {
  readonly kind: Preview['run']['kind'];
  readonly row: ImportRow | undefined;
  readonly close: () => void;
};

/** All that was read from one row. */
export function RecordDialog({ kind, row, close }: RecordDialogProps) {
  const { unit } = useMoneyUnit();
  const record = row ? recordOf(row.record) : undefined;
  const facts: readonly Fact[] = record
    ? inWords(kind, record).map(({ field, name, value, fen }) =>
        fen ? [`${name}（${unit}）`, <Money key={field} fen={value} />] : [name, value],
      )
    : [];
  return (
    <Modal
      open={record !== undefined}
      title={row ? `${texts.record}：${row.sheet} 第 ${row.row} 行` : ''}
      onCancel={close}
      width={640}
      footer={<Button onClick={close}>{texts.close}</Button>}
      destroyOnHidden
    >
      <Facts facts={facts} />
    </Modal>
  );
}
