import { Link } from 'wouter';
import { Empty, Panel } from '#ui';
import type { MatterPage } from '../../contract.ts';
import { pageTexts } from '../page-texts.ts';

export function LinksPanel({ page }: { readonly page: MatterPage }) {
  return (
    <Panel title={pageTexts.links}>
      {page.links.length === 0 ? (
        <Empty why={pageTexts.noLinks} />
      ) : (
        <ul className="desk-list">
          {page.links.map((one) => (
            <li key={`${one.link} ${one.matterId}`}>
              <span className="quiet">{one.text}</span>
              <Link href={`/matters/${one.matterId}`}>{one.title}</Link>
              <span className="quiet">
                {one.kind.name} {one.number} · {one.state.name}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
