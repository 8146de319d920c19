import { Link } from 'wouter';
import { type Column, DataTable } from '#ui';
import type { LetterLine } from '../contract.ts';
import { stateNames } from '../texts.ts';

const columns: readonly Column<LetterLine>[] = [
  {
    key: 'title',
    title: '函件',
    phone: 'title',
    render: ({ letterId, title }) => <Link href={`/letters/${letterId}`}>{title}</Link>,
  },
  { key: 'form', title: '文书', render: ({ formName }) => formName },
  { key: 'to', title: '发给', render: ({ recipient }) => recipient.name },
  { key: 'number', title: '发文字号', render: ({ documentNumber }) => documentNumber ?? '—' },
  { key: 'state', title: '环节', render: ({ state }) => stateNames[state] },
  { key: 'issued', title: '印发日期', render: ({ issuedOn }) => issuedOn ?? '—' },
  { key: 'due', title: '回复期限', render: ({ dueOn }) => dueOn ?? '—' },
  { key: 'matter', title: '签收和回复', render: (row) => <Answer letter={row} /> },
];

/** Letters with what became of them. */
export function LetterTable({
  label,
  letters,
  empty,
}: {
  readonly label: string;
  readonly letters: readonly LetterLine[];
  readonly empty: { readonly why: string; readonly remedy?: string };
}) {
  return (
    <DataTable
      label={label}
      columns={columns}
      rows={letters}
      rowKey={({ letterId }) => letterId}
      empty={empty}
    />
  );
}

function Answer({ letter: { matter } }: { readonly letter: LetterLine }) {
  if (!matter) return <>—</>;
  const { state, isLate, dueClock, redos } = matter;
  return (
    <>
      {state.name}
      {isLate ? <span className="letter-late">，{dueClock}已超期</span> : null}
      {redos > 0 ? `，退回${redos}次` : ''}
    </>
  );
}
