import { useState } from 'react';
import type { Month } from '#kernel/month';
import { Field, MonthInput, Page, Panel, Shown, TabSet, useRoute } from '#ui';
import { type TargetChoices, targetChoices } from '../contract.ts';
import { statisticsTexts, texts } from '../texts.ts';
import { Comparison } from './comparison.tsx';
import { EnterTotals } from './enter-totals.tsx';
import { Roster } from './roster.tsx';

/** What we count and what the bureau counts, apart and side by side; nobody is asked to make them agree. */
export function Screen() {
  const choices = useRoute(targetChoices, {});
  if (choices.data) return <Statistics choices={choices.data} />;
  return (
    <Page title={statisticsTexts.statistics}>
      <Shown query={choices}>{() => null}</Shown>
    </Page>
  );
}

function Statistics({ choices }: { readonly choices: TargetChoices }) {
  const [month, setMonth] = useState<Month>(choices.month);
  const year = Number(month.slice(0, 4));
  return (
    <Page title={statisticsTexts.statistics} note={statisticsTexts.note}>
      <Panel>
        <div className="filters">
          <Field label={texts.month}>
            {(ties) => <MonthInput {...ties} value={month} change={(next) => next && setMonth(next)} />}
          </Field>
        </div>
        <TabSet
          label={statisticsTexts.statistics}
          tabs={[
            {
              key: 'comparison',
              name: statisticsTexts.comparison,
              content: <Comparison month={month} />,
            },
            {
              key: 'roster',
              name: statisticsTexts.roster,
              content: <Roster year={year} mayRecord={choices.mayRecordStatistics} />,
            },
            ...(choices.mayRecordStatistics
              ? [
                  {
                    key: 'totals',
                    name: statisticsTexts.totals,
                    content: <EnterTotals choices={choices} month={month} />,
                  },
                ]
              : []),
          ]}
        />
      </Panel>
    </Page>
  );
}
