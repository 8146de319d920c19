import { Dialog, useAct } from '#ui';
import { type PeriodHead, publishPeriod } from '../../contract.ts';
import { texts } from '../texts.ts';

export function PublishDialog({
  period,
  close,
}: {
  readonly period: PeriodHead;
  readonly close: () => void;
}) {
  const publish = useAct(publishPeriod, close);
  return (
    <Dialog
      open
      title={`${texts.publish}${period.name}`}
      act={texts.publish}
      busy={publish.isPending}
      error={publish.error}
      onAct={() => publish.mutate({ month: period.month })}
      onClose={close}
    >
      <p>{texts.publishAsk}</p>
    </Dialog>
  );
}
