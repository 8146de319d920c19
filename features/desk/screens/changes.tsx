import { Link } from 'wouter';
import { Instant, LightMark, Panel } from '#ui';
import type { Change, DeskView } from '../contract.ts';
import { texts } from '../texts.ts';

export function Changes({ changes }: { readonly changes: DeskView['changes'] }) {
  const { rows, total, since } = changes;
  return (
    <Panel title={texts.changes}>
      {rows.length === 0 ? <p className="quiet">{texts.noChanges(since)}</p> : null}
      <ul className="desk-list">
        {rows.map((row) => (
          <li key={`${row.kind} ${row.projectId ?? row.name} ${row.at ?? row.on ?? ''}`}>
            <What change={row} />
            <span className="quiet">
              {row.by} {row.at ? <Instant at={row.at} /> : row.on}
            </span>
          </li>
        ))}
      </ul>
      {total > rows.length ? <p className="quiet">{texts.moreChanges(total, rows.length)}</p> : null}
    </Panel>
  );
}

function What({ change }: { readonly change: Change }) {
  const { kind, name, projectId, count, before, after, lightBefore, lightAfter } = change;
  const project = projectId ? <Link href={`/projects/${projectId}`}>{name}</Link> : name;
  if (kind === 'import') {
    return (
      <span>
        <Link href="/imports">{name}</Link> {texts.imported(count ?? 0)}
      </span>
    );
  }
  if (kind === 'import-undone') {
    return (
      <span>
        <Link href="/imports">{name}</Link> {texts.importUndone}
      </span>
    );
  }
  if (kind === 'reports') return <Link href="/lights">{texts.filed(count ?? 0)}</Link>;
  if (kind === 'stage') {
    return (
      <span>
        {project} {texts.fromTo(before ?? '', after ?? '')}
      </span>
    );
  }
  return (
    <span>
      {project} {lightBefore ? <LightMark light={lightBefore} /> : null} →{' '}
      {lightAfter ? <LightMark light={lightAfter} /> : texts.noLight}
    </span>
  );
}
