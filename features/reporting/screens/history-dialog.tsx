import { Modal } from 'antd';
import type { Month } from '#kernel/month';
import { Empty, Instant, Shown, useRoute } from '#ui';
import { type ReportingRow, rowHistory } from '../contract.ts';
import { actNames, texts } from './texts.ts';

type HistoryProps = {
  readonly month: Month;
  readonly row: Pick<ReportingRow, 'projectId' | 'name'>;
  readonly close: () => void;
};

/** Who did what to a row, at which step, and why. */
export function HistoryDialog({ month, row, close }: HistoryProps) {
  const history = useRoute(rowHistory, { month, id: row.projectId });
  return (
    <Modal open title={texts.historyOf(row.name)} footer={null} onCancel={close} destroyOnHidden>
      <Shown query={history} rows={3}>
        {({ entries }) =>
          entries.length === 0 ? (
            <Empty why={texts.noHistory} />
          ) : (
            <ol className="row-history">
              {entries.map((entry) => (
                <li key={`${entry.at} ${entry.act} ${entry.number}`}>
                  <b>
                    {entry.stepName} {actNames[entry.act]}
                  </b>{' '}
                  {texts.byOn(entry.by, entry.onBehalfOf)} <Instant at={entry.at} />
                  {entry.reason ? <div>{entry.reason}</div> : null}
                </li>
              ))}
            </ol>
          )
        }
      </Shown>
    </Modal>
  );
}
