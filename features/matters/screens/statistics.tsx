import './matters.css';
import { Radio, Select } from 'antd';
import { useLocation, useSearch } from 'wouter';
import type { PlainDate } from '#kernel/plain-date';
import { DayInput, Empty, Field, Filters, Instant, Page, Panel, Shown, useRoute } from '#ui';
import { matterStatistics } from '../contract.ts';
import { type Kinds, useKinds } from './kinds.ts';
import { type Asked, askedIn, drillIn, searchOf } from './statistics/asked.ts';
import { DrillDrawer } from './statistics/drill-drawer.tsx';
import { StatisticsTable } from './statistics/statistics-table.tsx';
import { statisticsTexts } from './statistics-texts.ts';
import { texts } from './texts.ts';

/** How matters are handled, each figure with its denominator and the matters behind it. */
export function Screen() {
  const kinds = useKinds();
  if (kinds.data) return <Statistics kinds={kinds.data} />;
  return (
    <Page title={texts.statistics}>
      <Shown query={kinds}>{() => null}</Shown>
    </Page>
  );
}

function Statistics({ kinds }: { readonly kinds: Kinds }) {
  const [path, go] = useLocation();
  const search = useSearch();
  const asked = askedIn(search, kinds.today);
  const drill = drillIn(search);
  const found = useRoute(matterStatistics, asked);
  const turn = (part: Partial<Asked>) => go(`${path}?${searchOf({ ...asked, ...part })}`, { replace: true });
  const day = (part: 'from' | 'to') => (value: PlainDate | undefined) => value && turn({ [part]: value });
  return (
    <Page
      title={texts.statistics}
      note={
        found.data ? (
          <>
            {found.data.covers} · {found.data.from} {statisticsTexts.to} {found.data.to} ·{' '}
            <Instant at={found.data.now} />
          </>
        ) : undefined
      }
    >
      <Panel>
        <Filters>
          <Field label={statisticsTexts.from}>
            {(ties) => <DayInput {...ties} value={asked.from} max={asked.to} change={day('from')} />}
          </Field>
          <Field label={statisticsTexts.to}>
            {(ties) => <DayInput {...ties} value={asked.to} change={day('to')} />}
          </Field>
          <Field label={statisticsTexts.by}>
            {(ties) => (
              <Radio.Group
                {...ties}
                className="matter-choice"
                optionType="button"
                value={asked.by}
                onChange={(event) => turn({ by: event.target.value })}
                options={(['kind', 'unit'] as const).map((by) => ({
                  value: by,
                  label: statisticsTexts.byNames[by],
                }))}
              />
            )}
          </Field>
          <Field label={statisticsTexts.kinds}>
            {(ties) => (
              <Select<string[]>
                {...ties}
                mode="multiple"
                allowClear
                showSearch={{ optionFilterProp: 'label' }}
                placeholder={texts.all}
                style={{ minWidth: 220 }}
                value={asked.kinds ?? []}
                options={kinds.kinds.map(({ id, name }) => ({ value: id, label: name }))}
                onChange={(chosen) => turn({ kinds: chosen.length > 0 ? chosen : undefined })}
              />
            )}
          </Field>
        </Filters>
        <Shown query={found}>
          {(data) =>
            data.rows.length === 0 ? (
              <Empty why={statisticsTexts.none} remedy={statisticsTexts.noneRemedy} />
            ) : (
              <>
                <StatisticsTable data={data} asked={asked} />
                <details>
                  <summary>{statisticsTexts.notes}</summary>
                  <dl className="matter-details">
                    {data.notes.map(({ figure, text }) => (
                      <div key={figure}>
                        <dt>{figure}</dt>
                        <dd>{text}</dd>
                      </div>
                    ))}
                  </dl>
                </details>
              </>
            )
          }
        </Shown>
      </Panel>
      {drill && found.data ? (
        <DrillDrawer
          asked={asked}
          drill={drill}
          name={found.data.rows.find((row) => (row.id ?? 'none') === drill.of)?.name ?? statisticsTexts.total}
          now={found.data.now}
          close={() => turn({})}
        />
      ) : null}
    </Page>
  );
}
