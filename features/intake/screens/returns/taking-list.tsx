import { Button } from 'antd';
import { type Column, PagedTable } from '#ui';
import { returnTexts as texts } from '../../texts.ts';
import type { Taking } from './use-take-returns.ts';

const states = {
  waiting: texts.waiting,
  checking: texts.checking,
  taken: texts.taken,
  refused: texts.refused,
} as const;

const columns: readonly Column<Taking>[] = [
  {
    key: 'file',
    title: texts.file,
    phone: 'title',
    render: ({ file }) => <span className="wrapped">{file.name}</span>,
  },
  { key: 'state', title: texts.state, render: ({ state }) => states[state] },
  { key: 'why', title: texts.fate, render: ({ text }) => <span className="wrapped">{text ?? '—'}</span> },
];

type TakingListProps = {
  readonly takings: readonly Taking[];
  readonly busy: boolean;
  readonly retry: () => void;
};

/** How far the files are; once all were sent, those that were not taken and why. */
export function TakingList({ takings, busy, retry }: TakingListProps) {
  const done = takings.filter(({ state }) => state === 'taken' || state === 'refused').length;
  const refused = takings.filter(({ state }) => state === 'refused');
  if (takings.length === 0 || (!busy && refused.length === 0)) return null;
  return (
    <div role="status">
      {busy ? <p>{texts.sending(done, takings.length)}</p> : null}
      <PagedTable
        label={texts.files}
        columns={columns}
        rows={busy ? takings : refused}
        rowKey={({ id }) => id}
        empty={{ why: texts.noFiles }}
      />
      {busy ? null : (
        <div className="acts">
          <Button onClick={retry}>{texts.retry}</Button>
        </div>
      )}
    </div>
  );
}
