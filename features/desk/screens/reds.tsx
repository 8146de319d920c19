import { Link } from 'wouter';
import { Empty, LightMark, Panel } from '#ui';
import type { DeskView } from '../contract.ts';
import { texts } from '../texts.ts';

/** Each with the sentence that made it red; the whole reason is one click away. */
export function Reds({ view }: { readonly view: DeskView }) {
  const { month, asOf, total, rows } = view.reds;
  const all = month
    ? `/projects?${new URLSearchParams({ year: month.slice(0, 4), asOf, light: 'red', own: 'true' })}`
    : '';
  return (
    <Panel
      title={texts.reds}
      extra={total > rows.length ? <Link href={all}>{texts.allReds(total)}</Link> : undefined}
    >
      {month ? <p className="quiet">{texts.redsOf(month, asOf)}</p> : null}
      {rows.length === 0 ? <Empty why={month ? texts.noReds : texts.noLights} /> : null}
      <ul className="desk-list">
        {rows.map((row) => (
          <li key={row.projectId}>
            <span>
              <Link href={`/lights/evaluations/${row.evaluationId}`} aria-label={`${row.name}：为什么是红灯`}>
                <LightMark light="red" />
              </Link>{' '}
              <Link href={`/projects/${row.projectId}`}>{row.name}</Link>{' '}
              <span className="quiet">{row.district}</span>
            </span>
            <span className="quiet">{row.why}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
