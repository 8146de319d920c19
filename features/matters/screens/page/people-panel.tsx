import { Panel } from '#ui';
import type { MatterPage } from '../../contract.ts';
import { pageTexts } from '../page-texts.ts';

export function PeoplePanel({ page }: { readonly page: MatterPage }) {
  return (
    <Panel title={pageTexts.people}>
      <dl className="matter-people">
        {page.people.map(({ seat, name }) => (
          <div key={`${seat} ${name}`}>
            <dt>{seat}</dt>
            <dd>{name}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}
