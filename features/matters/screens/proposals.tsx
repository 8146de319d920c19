import './matters.css';
import { useLocation, useSearch } from 'wouter';
import { isMonth, type Month } from '#kernel/month';
import { Field, Filters, MonthInput, Page, Panel, Shown, TabSet, useRoute } from '#ui';
import { proposedProblems } from '../contract.ts';
import { kindOf, useKinds } from './kinds.ts';
import { ProposalList } from './open/proposal-list.tsx';
import { openTexts } from './open-texts.ts';
import { texts } from './texts.ts';

const sources = ['report', 'light'] as const;

/** What reports and red lights say is stuck becomes a problem with nothing typed twice. */
export function Screen() {
  const [path, go] = useLocation();
  const given = new URLSearchParams(useSearch()).get('month');
  const month = given && isMonth(given) ? given : undefined;
  const proposed = useRoute(proposedProblems, { month });
  const kinds = useKinds();
  const turn = (to: Month | undefined) => go(to ? `${path}?month=${to}` : path, { replace: true });
  const problem = kinds.data && kindOf(kinds.data, 'problem');
  const causes = problem?.fields.find(({ id }) => id === 'cause')?.choices ?? [];
  return (
    <Page title={texts.proposals} note={openTexts.proposalsNote}>
      <Filters>
        <Field label={openTexts.month}>
          {(ties) => <MonthInput {...ties} value={month ?? proposed.data?.month} change={turn} />}
        </Field>
      </Filters>
      <Panel>
        <Shown query={proposed}>
          {({ proposals, month: shown }) => (
            <TabSet
              label={texts.proposals}
              tabs={sources.map((source) => {
                const among = proposals.filter((one) => one.source === source);
                return {
                  key: source,
                  name: `${openTexts.tabs[source]} ${among.length}`,
                  content: (
                    <ProposalList
                      key={`${source} ${shown}`}
                      source={source}
                      proposals={among}
                      causes={causes}
                    />
                  ),
                };
              })}
            />
          )}
        </Shown>
      </Panel>
    </Page>
  );
}
