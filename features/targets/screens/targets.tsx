import './targets.css';
import { Button, Select } from 'antd';
import { useState } from 'react';
import type { Month } from '#kernel/month';
import { download, Field, MonthInput, Page, Panel, Refused, Shown, TabSet, useRoute } from '#ui';
import { exportTargets, type TargetChoices, targetChoices } from '../contract.ts';
import { texts } from '../texts.ts';
import { Achievement } from './achievement.tsx';
import { BreakDown } from './break-down.tsx';
import { Unreconciled } from './unreconciled.tsx';

/** A year's targets: how far they are reached, how they are broken down, what does not add up. */
export function Screen() {
  const choices = useRoute(targetChoices, {});
  if (choices.data) return <Targets choices={choices.data} />;
  return (
    <Page title={texts.targets}>
      <Shown query={choices}>{() => null}</Shown>
    </Page>
  );
}

function Targets({ choices }: { readonly choices: TargetChoices }) {
  const [month, setMonth] = useState<Month>(choices.month);
  const [year, setYear] = useState(Number(choices.month.slice(0, 4)));
  const [failed, setFailed] = useState<unknown>();
  const years = [...new Set([...choices.years, year])].sort((a, b) => b - a);
  return (
    <Page
      title={texts.targets}
      acts={
        <Button
          onClick={() => download(exportTargets, { month }).then(() => setFailed(undefined), setFailed)}
        >
          {texts.export}
        </Button>
      }
    >
      {failed ? <Refused error={failed} /> : null}
      <Panel>
        <div className="filters">
          <Field label={texts.year}>
            {(ties) => (
              <Select
                {...ties}
                style={{ width: 112 }}
                value={year}
                onChange={(next) => {
                  setYear(next);
                  setMonth(`${next}-${month.slice(5)}` as Month);
                }}
                options={years.map((one) => ({ value: one, label: `${one}年` }))}
              />
            )}
          </Field>
          <Field label={texts.month}>
            {(ties) => (
              <MonthInput
                {...ties}
                value={month}
                change={(next) => {
                  if (!next) return;
                  setMonth(next);
                  setYear(Number(next.slice(0, 4)));
                }}
              />
            )}
          </Field>
        </div>
        <TabSet
          label={texts.targets}
          tabs={[
            {
              key: 'achievement',
              name: texts.achievement,
              content: <Achievement month={month} />,
            },
            {
              key: 'down',
              name: texts.breakDown,
              content: <BreakDown choices={choices} year={year} />,
            },
            { key: 'apart', name: texts.unreconciled, content: <Unreconciled year={year} /> },
          ]}
        />
      </Panel>
    </Page>
  );
}
