import { audit, type City, ensureMay } from '#access';
import type { InputOf } from '#http';
import { type Table, tableBytes } from '#sheets';
import type { CommitmentRow, exportCommitments as route } from '../contract.ts';
import { texts, columnTitles as title, verdictNames, viewNames } from '../texts.ts';
import { listCommitments } from './list-commitments.ts';

/** The register as it is filtered. */
export async function exportCommitments(city: City, asked: InputOf<typeof route>) {
  ensureMay(city, 'commitment.export', {});
  const { rows, today, months, basis } = await listCommitments(city, asked);
  await audit(city, {
    ...{ action: 'commitment.export', object: 'matter' },
    details: { filter: asked, commitments: rows.length },
  });
  const name = asked.view
    ? `${texts.commitments}台账（${viewNames[asked.view]}）`
    : `${texts.commitments}台账`;
  const text = (of: string, width: number, value: (row: CommitmentRow) => string | null | undefined) => ({
    ...{ title: of, kind: 'text' as const, width, value },
  });
  const table: Table<CommitmentRow> = {
    ...{ sheet: texts.commitments, title: name, rows },
    note: `截至${today}，共${rows.length}项；${texts.checkRule(months, basis)}`,
    columns: [
      text(title.number, 14, (row) => row.number),
      text(title.title, 36, (row) => row.title),
      text(title.content, 40, (row) => row.content),
      text(title.counterpart, 26, (row) => row.counterpart),
      text(title.category, 16, (row) => row.category),
      text(title.document, 26, (row) => row.document),
      { title: title.promisedOn, kind: 'date', value: (row) => row.promisedOn },
      { title: title.dueOn, kind: 'date', value: (row) => row.dueOn },
      { title: title.amount, kind: 'number', value: (row) => row.amount },
      text(title.lead, 18, (row) => row.lead),
      text(title.state, 12, (row) => row.state),
      text(title.reported, 36, (row) => row.reported?.text),
      text(title.verdict, 14, (row) => (row.checks[0] ? verdictNames[row.checks[0].verdict] : null)),
      { title: title.checkedOn, kind: 'date', value: (row) => row.checks[0]?.on },
      { title: title.nextCheckOn, kind: 'date', value: (row) => row.nextCheckOn },
      text(title.rectification, 16, (row) => row.rectification?.number),
    ],
  };
  return {
    name: `${name}_${city.pack.name}_${today}.xlsx`,
    bytes: await tableBytes([table as Table<unknown>]),
  };
}
