import { Checkbox } from 'antd';
import { useState } from 'react';
import { Dialog, useAct } from '#ui';
import { lockPeriod, type PeriodBoard } from '../../contract.ts';
import { texts } from '../texts.ts';

/** Says what is missing before a month is frozen for good. */
export function LockDialog({ board, close }: { readonly board: PeriodBoard; readonly close: () => void }) {
  const [confirmed, confirm] = useState(false);
  const { period, owed, verified } = board;
  const missing = owed - verified;
  const lock = useAct(lockPeriod, close);
  return (
    <Dialog
      open
      title={`${texts.lock}${period.name}`}
      act={texts.lock}
      ready={missing === 0 || confirmed}
      busy={lock.isPending}
      error={lock.error}
      destructive
      onAct={() =>
        lock.mutate({ month: period.month, ...(missing > 0 ? { confirmMissing: confirmed } : {}) })
      }
      onClose={close}
    >
      <p>{texts.lockAsk}</p>
      {missing > 0 ? (
        <>
          <p>{texts.lockMissing(missing)}</p>
          <Checkbox checked={confirmed} onChange={(event) => confirm(event.target.checked)}>
            {texts.confirmMissing}
          </Checkbox>
        </>
      ) : null}
    </Dialog>
  );
}
