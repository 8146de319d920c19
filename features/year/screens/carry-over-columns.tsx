import { Input, Select } from 'antd';
import { Link } from 'wouter';
import { type Column, Money } from '#ui';
import { type CarryOverRow, decisions } from '../contract.ts';
import { decisionNames, texts } from '../texts.ts';

/** What is typed and not saved yet. */
export type Draft = { readonly decision: CarryOverRow['proposal']['decision']; readonly reason: string };

type About = {
  readonly unit: string;
  readonly mayDecide: boolean;
  readonly draftOf: (row: CarryOverRow) => Draft | undefined;
  readonly put: (row: CarryOverRow, more: Partial<Draft>) => void;
};

/** What is known, what it speaks for, and what is decided. */
export function columnsOf({ unit, mayDecide, draftOf, put }: About): readonly Column<CarryOverRow>[] {
  const money = (key: string, title: string, of: (row: CarryOverRow) => string | null) => ({
    ...{ key, title: `${title}（${unit}）`, number: true },
    render: (row: CarryOverRow) => <Money fen={of(row)} />,
  });
  const editable = (row: CarryOverRow) => mayDecide && !row.opened;
  return [
    {
      key: 'name',
      title: texts.project,
      phone: 'title',
      render: (row) => (
        <Link href={`/projects/${row.projectId}`} className="wrapped">
          {row.name}
        </Link>
      ),
    },
    { key: 'district', title: texts.district, render: (row) => row.district ?? '—' },
    { key: 'category', title: texts.category, render: (row) => row.category ?? '—' },
    { key: 'stage', title: texts.stage, render: (row) => row.stage },
    {
      key: 'proposal',
      title: texts.proposal,
      render: (row) => (
        <span className="wrapped">
          {decisionNames[row.proposal.decision]}
          <span className="year-was">{row.proposal.because}</span>
        </span>
      ),
    },
    {
      key: 'decision',
      title: texts.decision,
      render: (row) =>
        editable(row) ? (
          <Select
            aria-label={`${row.name}${texts.decision}`}
            style={{ minWidth: 112 }}
            placeholder={texts.choose}
            value={draftOf(row)?.decision ?? row.decision?.decision ?? null}
            onChange={(decision) => decision && put(row, { decision })}
            options={decisions.map((value) => ({ value, label: decisionNames[value] }))}
          />
        ) : (
          ((row.decision && decisionNames[row.decision.decision]) ?? '—')
        ),
    },
    {
      key: 'reason',
      title: texts.reason,
      render: (row) =>
        editable(row) ? (
          <Input
            aria-label={`${row.name}${texts.reason}`}
            style={{ minWidth: 160 }}
            maxLength={500}
            status={draftOf(row)?.reason.trim() === '' ? 'error' : ''}
            value={draftOf(row)?.reason ?? row.decision?.reason ?? ''}
            onChange={(event) => put(row, { reason: event.target.value })}
          />
        ) : (
          <span className="wrapped">{row.decision?.reason ?? '—'}</span>
        ),
    },
    money('total', texts.total, (row) => row.totalFen),
    money('before', texts.doneBefore, (row) => row.doneBeforeFen),
    money('year', texts.doneYear, (row) => row.doneYearFen),
    {
      key: 'next',
      title: `${texts.nextDoneBefore}（${unit}）`,
      number: true,
      render: (row) => (
        <>
          <Money fen={row.opened ? row.opened.doneBeforeFen : row.nextDoneBeforeFen} />
          {row.statedDoneBeforeFen ? (
            <span className="doubt">
              {texts.stated} <Money fen={row.statedDoneBeforeFen} />
            </span>
          ) : null}
        </>
      ),
    },
    {
      key: 'state',
      title: texts.state,
      render: (row) =>
        row.opened ? texts.openedBy2(row.opened.by) : row.decision ? texts.pending : texts.undecided,
    },
  ];
}
