import { Link } from 'wouter';
import { monthText } from '#kernel/month';
import { Empty, Panel } from '#ui';
import type { WaitingGroup } from '../contract.ts';
import { texts } from '../texts.ts';

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
  const { kind, month, assigned, total, rows, workingDaysLeft, dueOn, provisional } = group;
  const name = texts.kinds[kind];
  // What is verified late was reported in time all the same.
  const late = (kind === 'verify' && !assigned && dueOn < today) || kind === 'request';
  const until = assigned ? texts.untilStep : texts.until;
  const due = late ? null : until(texts.left(workingDaysLeft, provisional), dueOn);
  return (
    <section aria-label={name}>
      <h3>
        {name} {total} 个 <span className="quiet">{due}</span>{' '}
        {assigned ? <Link href={pageOf(kind, month)}>{texts.openAll[kind]}</Link> : null}
      </h3>
      <ul className="desk-list">
        {rows.map((row) => (
          <li key={`${row.projectId} ${row.month}`}>
            <Link
              href={
                assigned
                  ? pageOf(kind, row.month, row.projectId)
                  : `/projects/${row.projectId}/months/${row.month}`
              }
            >
              {texts.acts[kind]}：{row.name}
            </Link>
            <span className="quiet">
              {[row.district, monthText(row.month), noteOf(kind, row)].filter(Boolean).join(' · ')}
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
  if (kind === 'request') return texts.askedBy(by ?? '', note ?? '');
  return by ? texts.filedBy(by) : null;
}

/** Where all rows of a kind are, standing at one of them. */
function pageOf(kind: WaitingGroup['kind'], month: string, projectId?: string): string {
  const page = kind === 'request' ? '' : kind === 'verify' ? '/review' : '/fill';
  return `/reporting/${month}${page}${projectId ? `?project=${projectId}` : ''}`;
}
