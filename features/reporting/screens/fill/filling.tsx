import { Alert, Button, message } from 'antd';
import { useMemo, useState } from 'react';
import type { whoAmI } from '#features/identity';
import type { OutputOf } from '#http/client';
import { Empty, useMoneyUnit, useNarrow } from '#ui';
import type { periodRows, ReportingRow } from '../../contract.ts';
import { AskDialog } from '../ask-dialog.tsx';
import { gridTexts } from '../grid/grid-texts.ts';
import { KeyHelp } from '../key-help.tsx';
import { texts } from '../texts.ts';
import { FillCards } from './fill-cards.tsx';
import { FillTable } from './fill-table.tsx';
import { countKinds, FilterBar, type FilterName, UndoButtons } from './filter-bar.tsx';
import { doneBefore, kindOf } from './row-facts.ts';
import { SaveState } from './save-state.tsx';
import { SubmitDialog } from './submit-dialog.tsx';
import type { TableParts } from './table-parts.ts';
import { toSubmit } from './to-submit.ts';
import { useBook } from './use-book.ts';
import { useGrid } from './use-grid.ts';

type FillingProps = {
  readonly me: OutputOf<typeof whoAmI>;
  readonly data: OutputOf<typeof periodRows>;
};

/** The grid with what stands around it: what to look at, what is saved, what is to be reported. */
export function Filling({ me, data }: FillingProps) {
  const { period, rows: all, steps, total } = data;
  const narrow = useNarrow();
  const { unit } = useMoneyUnit();
  const { book, state, remarks } = useBook(me.accountId, period.month, all);
  const [filter, setFilter] = useState<FilterName>('all');
  // What is shown stays while one fills it, although its rows change their kind.
  const [chosen, setChosen] = useState<ReadonlySet<string>>();
  const [submitting, setSubmitting] = useState(false);
  const [asking, ask] = useState<ReportingRow>();
  const [toast, toastPlace] = message.useMessage();

  const kind = (row: ReportingRow) => kindOf(row, state.entries.get(row.projectId), steps);
  const rows = chosen ? all.filter(({ projectId }) => chosen.has(projectId)) : all;
  const choose = (name: FilterName) => {
    setFilter(name);
    setChosen(
      name === 'all'
        ? undefined
        : new Set(all.filter((row) => kind(row) === name).map(({ projectId }) => projectId as string)),
    );
  };
  const setting = useMemo(() => ({ unit, year: Number(period.month.slice(0, 4)) }), [unit, period.month]);
  const submit = () => {
    void book.flush();
    setSubmitting(true);
  };
  const parts = useMemo<TableParts>(
    () => ({ setting, steps, decide: book.decide, ask }),
    [setting, steps, book],
  );
  const isWaiting = (row: ReportingRow) => {
    const is = kind(row);
    return row.acts.includes('fill') && (is === 'empty' || is === 'returned');
  };
  const grid = useGrid({
    ...{ rows, book, state, setting, steps, isWaiting, submit },
    before: (row) => doneBefore(row, period.months),
  });
  const what = toSubmit(all, state.entries, remarks);
  const isFillable = all.some(({ acts }) => acts.includes('fill'));
  const label = texts.fillOf(period.name);
  const shown = { label, rows, state, remarks, grid, parts };

  return (
    <>
      {toastPlace}
      <div className="fill-bar">
        <FilterBar counts={countKinds(all.map(kind))} filter={filter} choose={choose} />
        {isFillable ? (
          <div className="fill-acts">
            <Button
              title="Alt+↓"
              onClick={() => {
                if (!grid.seek(false)) void toast.info(texts.noneEmpty);
              }}
            >
              {texts.nextEmpty}
            </Button>
            <UndoButtons {...grid} />
            <Button type="primary" title="Ctrl+Enter" onClick={submit}>
              {texts.submitAll(what.ready.length + what.doubtful.length)}
            </Button>
          </div>
        ) : null}
      </div>
      <div className="fill-told">
        {isFillable ? <SaveState book={book} state={state} /> : null}
        {total > all.length ? <span>{texts.tooMany(total, all.length)}</span> : null}
        {narrow || !isFillable ? null : <KeyHelp keys={texts.keyList} />}
      </div>
      {grid.notice ? (
        <Alert
          type={grid.notice.isRefusal ? 'error' : 'success'}
          role={grid.notice.isRefusal ? 'alert' : 'status'}
          showIcon
          style={{ marginBottom: 8 }}
          title={grid.notice.isRefusal ? gridTexts.nothingPasted : grid.notice.lines.join('')}
          description={
            grid.notice.isRefusal ? (
              <ul className="outcomes">
                {grid.notice.lines.map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
            ) : undefined
          }
        />
      ) : null}
      {rows.length === 0 ? (
        <Empty why={texts.noRowsOfFilter} remedy={texts.noRowsOfFilterRemedy} />
      ) : narrow ? (
        <FillCards {...shown} />
      ) : (
        <FillTable {...shown} />
      )}
      {submitting ? (
        <SubmitDialog
          period={period}
          what={what}
          entries={state.entries}
          remarks={remarks}
          isOnBehalf={!me.roles.some(({ role }) => role === 'filler')}
          done={(submitted) => {
            setSubmitting(false);
            void toast.success(texts.submitted(submitted));
          }}
          close={() => setSubmitting(false)}
        />
      ) : null}
      {asking ? (
        <AskDialog
          period={period}
          row={asking}
          done={() => {
            ask(undefined);
            void toast.success(texts.asked);
          }}
          close={() => ask(undefined)}
        />
      ) : null}
    </>
  );
}
