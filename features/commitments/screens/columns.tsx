import { Button } from 'antd';
import { Link } from 'wouter';
import type { Column } from '#ui';
import type { CommitmentRow } from '../contract.ts';
import { texts, columnTitles as title, verdictNames } from '../texts.ts';

const day = (on: string | null) => <span className="instant">{on ?? '—'}</span>;

export function columns(check: (row: CommitmentRow) => void): readonly Column<CommitmentRow>[] {
  return [
    {
      key: 'title',
      title: title.title,
      phone: 'title',
      render: (row) => (
        <span className="wrapped">
          <Link href={`/matters/${row.matterId}`}>
            {row.number} {row.title}
          </Link>
          <div className="quiet">
            {title.lead}：{row.lead ?? '—'}
          </div>
        </span>
      ),
    },
    {
      key: 'counterpart',
      title: title.counterpart,
      render: (row) => (
        <span className="wrapped">
          {row.counterpart}
          <div className="quiet">{row.document}</div>
        </span>
      ),
    },
    {
      key: 'dueOn',
      title: title.dueOn,
      render: (row) => (
        <>
          {day(row.dueOn)}
          {row.dueLate ? <span className="doubt">{texts.late}</span> : null}
        </>
      ),
    },
    {
      key: 'amount',
      title: title.amount,
      number: true,
      render: (row) => row.amount?.toLocaleString() ?? '—',
    },
    {
      key: 'reported',
      title: title.reported,
      render: (row) => (
        <span className="wrapped">
          {row.reported ? (
            <>
              {row.reported.text} <span className="quiet">{row.reported.on}</span>
            </>
          ) : (
            <span className="quiet">{texts.noReport}</span>
          )}
        </span>
      ),
    },
    { key: 'verdict', title: title.verdict, render: (row) => <Verdict row={row} /> },
    {
      key: 'next',
      title: title.nextCheckOn,
      render: (row) => (
        <>
          {day(row.nextCheckOn)}
          {row.checkLate ? <span className="doubt">{texts.late}</span> : null}
        </>
      ),
    },
    {
      key: 'check',
      title: texts.check,
      render: (row) =>
        row.mayCheck ? (
          <Button onClick={() => check(row)} aria-label={texts.checkOf(row.number)}>
            {texts.check}
          </Button>
        ) : (
          row.state
        ),
    },
  ];
}

/** The latest, who found it, and what became of a breach; the earlier ones fold out. */
function Verdict({ row }: { readonly row: CommitmentRow }) {
  const [last, ...earlier] = row.checks;
  if (!last) return <span className="quiet">{texts.notYet}</span>;
  const { rectification } = row;
  return (
    <span className="wrapped">
      <span className={last.verdict === 'kept' ? undefined : 'doubt'}>{verdictNames[last.verdict]}</span>{' '}
      <span className="quiet">
        {last.on} {last.by}
      </span>
      {rectification ? (
        <div>
          <Link href={`/matters/${rectification.matterId}`}>
            {rectification.number}（{rectification.state}）
          </Link>
        </div>
      ) : null}
      {earlier.length > 0 ? (
        <details>
          <summary className="quiet">{texts.history(row.checks.length)}</summary>
          {row.checks.map((one) => (
            <div key={`${one.on}${one.by}${one.verdict}`}>
              {one.on} {verdictNames[one.verdict]}：{one.note}
            </div>
          ))}
        </details>
      ) : null}
    </span>
  );
}
