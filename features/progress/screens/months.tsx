import { Alert, Button, Select } from 'antd';
import { Link, useLocation, useSearch } from 'wouter';
import type { InputOf } from '#http/client';
import { formatMoney } from '#kernel/money';
import {
  Field,
  Money,
  MoneyUnitSwitch,
  Page,
  Panel,
  type ScreenProps,
  Shown,
  useMoneyUnit,
  useRoute,
} from '#ui';
import { projectMonths } from '../contract.ts';
import { texts } from '../texts.ts';
import { MonthTable } from './month-table.tsx';
import { PlanVersions } from './plan-versions.tsx';
import type { Months } from './project-year.ts';

/** One project, one year: plan, reports, lights month by month. */
export function Screen({ params }: ScreenProps) {
  const asked = Number(new URLSearchParams(useSearch()).get('year'));
  const months = useRoute(projectMonths, {
    id: params['projectId'] as InputOf<typeof projectMonths>['id'],
    ...(Number.isInteger(asked) && asked > 0 ? { year: asked } : {}),
  });
  return <Shown query={months}>{(data) => <Year months={data} />}</Shown>;
}

function Year({ months }: { readonly months: Months }) {
  const { projectId, number, name, year, years, stageName, withinScope, planDifferenceFen } = months;
  const [path, go] = useLocation();
  const { unit } = useMoneyUnit();
  const places = months.districts.map((one) => one.name).join('、');
  return (
    <Page
      title={name}
      note={
        <>
          {[number, places, stageName].join(' · ')} · {texts.total}（{unit}）
          <Money fen={months.totalFen} /> · <Link href={`/projects/${projectId}`}>{texts.toProject}</Link>
        </>
      }
      acts={
        <>
          <Field label={texts.year}>
            {(ties) => (
              <Select
                {...ties}
                style={{ minWidth: 100 }}
                value={year}
                options={years.map((one) => ({ value: one, label: `${one}年` }))}
                onChange={(next) => go(`${path}?year=${next}`, { replace: true })}
              />
            )}
          </Field>
          <MoneyUnitSwitch />
          {months.may.plan ? (
            <Button onClick={() => go(`/projects/${projectId}/plans/${year}`)}>
              {months.planVersions.length > 0 ? texts.changePlan : texts.makePlan}
            </Button>
          ) : null}
        </>
      }
    >
      {withinScope ? null : (
        <Alert type="info" showIcon title={texts.outsideNote} style={{ marginBottom: 12 }} />
      )}
      {planDifferenceFen ? (
        <Alert
          type="warning"
          showIcon
          style={{ marginBottom: 12 }}
          title={texts.planMismatch(formatMoney(BigInt(planDifferenceFen), unit), unit)}
        />
      ) : null}
      <Panel title={`${year}年${texts.months}`}>
        <MonthTable months={months} unit={unit} />
      </Panel>
      {withinScope ? <PlanVersions months={months} unit={unit} /> : null}
    </Page>
  );
}
