import { Link } from 'wouter';
import { Empty, Panel } from '#ui';
import type { WaitingGroup } from '../contract.ts';
import { monthWords, texts } from '../texts.ts';

/** One click from each line to the act. */
export function Waiting({
  groups,
  today,
}: {
  readonly groups: readonly WaitingGroup[];
  readonly today: string;
}) {
  return (
    <Panel title={texts.waiting}>
      {groups.length === 0 ? <Empty why={texts.nothingWaits} remedy={texts.nothingWaitsRemedy} /> : null}
      {groups.map((group) => (
        <Group key={group.kind} group={group} today={today} />
      ))}
    </Panel>
  );
}

function Group({ group, today }: { readonly group: WaitingGroup; readonly today: string }) {
  const { kind, total, rows, workingDaysLeft, dueOn, provisional } = group;
  const name = texts.kinds[kind];
  // What is verified late was reported in time all the same.
  const late = kind === 'verify' && dueOn < today;
  const due = late ? null : texts.until(texts.left(workingDaysLeft, provisional), dueOn);
  return (
    <section aria-label={name}>
      <h3>
        {name} {total} 个 <span className="quiet">{due}</span>
      </h3>
      <ul className="desk-list">
        {rows.map((row) => (
          <li key={`${row.projectId} ${row.month}`}>
            <Link href={`/projects/${row.projectId}/months/${row.month}`}>
              {texts.acts[kind]}：{row.name}
            </Link>
            <span className="quiet">
              {[row.district, monthWords(row.month), noteOf(kind, row)].filter(Boolean).join(' · ')}
            </span>
          </li>
        ))}
      </ul>
      {total > rows.length ? <p className="quiet">{texts.more(total, rows.length)}</p> : null}
    </section>
  );
}

function noteOf(kind: WaitingGroup['kind'], { by, note }: WaitingGroup['rows'][number]): string | null {
  if (kind === 'returned') return texts.returnedBy(by ?? '', note ?? '');
  return by ? texts.filedBy(by) : null;
}
