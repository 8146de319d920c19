import { Link } from 'wouter';
import { Empty, Panel } from '#ui';
import type { WaitingGroup } from '../contract.ts';
import { monthWords, texts } from '../texts.ts';

/** One click from each line to the act. */
export function Waiting({ groups }: { readonly groups: readonly WaitingGroup[] }) {
  return (
    <Panel title={texts.waiting}>
      {groups.length === 0 ? <Empty why={texts.nothingWaits} remedy={texts.nothingWaitsRemedy} /> : null}
      {groups.map((group) => (
        <Group key={group.kind} group={group} />
      ))}
    </Panel>
  );
}

function Group({ group }: { readonly group: WaitingGroup }) {
  const { kind, total, rows, workingDaysLeft, dueOn, provisional } = group;
  const name = texts.kinds[kind];
  return (
    <section aria-label={name}>
      <h3>
        {name} {total} 个 <span className="quiet">{texts.left(workingDaysLeft, dueOn, provisional)}</span>
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
