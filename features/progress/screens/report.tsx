import { Alert } from 'antd';
import { Link } from 'wouter';
import type { InputOf } from '#http/client';
import { isMonth, monthText } from '#kernel/month';
import { Empty, LightMark, Page, type ScreenProps, Shown, useRoute } from '#ui';
import { projectMonths } from '../contract.ts';
import { texts } from '../texts.ts';
import type { Months } from './project-year.ts';
import { ReportContext } from './report-context.tsx';
import { ReportForm } from './report-form.tsx';
import { VerifyPanel } from './verify-panel.tsx';

/** One project, one month: to be filed, corrected, verified, or only looked at. */
export function Screen({ params }: ScreenProps) {
  const month = params['month'];
  const months = useRoute(projectMonths, {
    id: params['projectId'] as InputOf<typeof projectMonths>['id'],
    ...(isMonth(month) ? { year: Number(month.slice(0, 4)) } : {}),
  });
  return <Shown query={months}>{(data) => <OneMonth months={data} month={month ?? ''} />}</Shown>;
}

function OneMonth({ months, month }: { readonly months: Months; readonly month: string }) {
  const line = months.months.find((one) => one.month === month);
  const { projectId, name, number, year, may, withinScope } = months;
  const title = `${name}：${isMonth(month) ? monthText(month) : month}月报`;
  const back = <Link href={`/projects/${projectId}/months?year=${year}`}>{texts.back}</Link>;
  if (!line) {
    return (
      <Page title={title}>
        <Empty why={`没有“${month}”这个月份。`} remedy={back} />
      </Page>
    );
  }
  const places = months.districts.map((one) => one.name).join('、');
  const fills = may.fill && line.owes && !line.locked && line.month <= months.today.slice(0, 7);
  return (
    <Page
      title={title}
      note={
        <>
          {[number, places, months.stageName].join(' · ')}{' '}
          {line.light ? <LightMark light={line.light.overall} /> : null} {back}
        </>
      }
    >
      {withinScope ? null : (
        <Alert type="info" showIcon title={texts.outsideNote} style={{ marginBottom: 12 }} />
      )}
      {line.owes ? null : (
        <Alert
          type="info"
          showIcon
          title={texts.notOwedAlert(line.reason ?? '')}
          style={{ marginBottom: 12 }}
        />
      )}
      {line.locked && line.owes && may.fill ? (
        <Alert
          type="info"
          showIcon
          title={texts.lockedAlert}
          action={<Link href={`/reporting/${line.month}/fill`}>{texts.toGrid}</Link>}
          style={{ marginBottom: 12 }}
        />
      ) : null}
      <div className="columns">
        {fills ? (
          <ReportForm months={months} line={line} />
        ) : (
          <ReportContext months={months} line={line} said />
        )}
        <div>
          <VerifyPanel months={months} line={line} />
          {fills ? <ReportContext months={months} line={line} /> : null}
        </div>
      </div>
    </Page>
  );
}
