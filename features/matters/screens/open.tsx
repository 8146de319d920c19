import './matters.css';
import { Link, useSearch } from 'wouter';
import { Empty, Page, Panel, Shown } from '#ui';
import { useKinds } from './kinds.ts';
import { OpenForm } from './open/open-form.tsx';
import { startIn } from './open/start.ts';
import { openTexts } from './open-texts.ts';
import { texts } from './texts.ts';

/** One screen for every kind: what it asks is said by the kind. */
export function Screen() {
  const kinds = useKinds();
  const search = useSearch();
  return (
    <Page
      title={texts.open}
      note={openTexts.note}
      acts={<Link href="/matters/proposals">{openTexts.fromProposals}</Link>}
    >
      <Shown query={kinds}>
        {(data) => {
          const offered = data.kinds.filter(({ opens }) => opens.may);
          if (offered.length === 0)
            return (
              <Panel>
                <Empty why={openTexts.noKinds} remedy={openTexts.noKindsRemedy} />
              </Panel>
            );
          return <OpenForm key={search} kinds={offered} start={startIn(search)} />;
        }}
      </Shown>
    </Page>
  );
}
