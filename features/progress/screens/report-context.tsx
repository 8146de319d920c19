import { type Fact, Facts, Instant, Money, MoneyUnitSwitch, Panel, useMoneyUnit } from '#ui';
import type { MonthLine, ReportView } from '../contract.ts';
import { texts } from '../texts.ts';
import { PercentText } from './percent-text.tsx';
import type { Months } from './project-year.ts';

type ContextProps = {
  readonly months: Months;
  readonly line: MonthLine;
  /** With what was reported in words. */
  readonly said?: boolean;
};

/** The month before with a cumulative amount. */
export function lastReported(months: Months, month: string): MonthLine | undefined {
  return months.months.findLast((one) => one.month < month && one.reported?.cumFen);
}

/** What a report is measured against, and what was reported and verified, side by side. */
export function ReportContext({ months, line, said = false }: ContextProps) {
  const { unit } = useMoneyUnit();
  const before = lastReported(months, line.month);
  const amount = (name: string, fen: string | null | undefined): Fact => [
    `${name}（${unit}）`,
    <Money key={name} fen={fen} />,
  ];
  return (
    <Panel title={texts.context} extra={<MoneyUnitSwitch />}>
      <Facts
        facts={[
          amount(texts.planMonth, line.planFen),
          amount(texts.planCum, line.planCumFen),
          ...(before ? [amount(texts.previousCum(before.month), before.reported?.cumFen)] : []),
          amount(texts.doneBefore, months.doneBeforeFen),
          amount(texts.total, months.totalFen),
          [texts.plannedProgress, <PercentText key="planned" value={line.plannedProgress} />],
          [texts.timeProgress, <PercentText key="time" value={line.timeProgress} />],
        ]}
      />
      {said && line.reported ? <Reported report={line.reported} unit={unit} /> : null}
      {said && line.contradictions.length > 0 ? (
        <>
          <h3>{texts.contradictions}</h3>
          <ul>
            {line.contradictions.map((one) => (
              <li key={`${one.code} ${one.about}`}>{one.text}</li>
            ))}
          </ul>
        </>
      ) : null}
    </Panel>
  );
}

const yesNo = (value: boolean | null) => (value === null ? texts.unsaid : value ? texts.yes : texts.no);

export function Reported({ report, unit }: { readonly report: ReportView; readonly unit: string }) {
  const { fields } = texts;
  return (
    <>
      <h3>
        第 {report.number} 次填报 · {report.recordedBy} <Instant at={report.recordedAt} />
      </h3>
      <Facts
        facts={[
          [`${fields.monthFen}（${unit}）`, <Money key="month" fen={report.monthFen} />],
          [`${fields.cumFen}（${unit}）`, <Money key="cum" fen={report.cumFen} />],
          [fields.started, `${yesNo(report.started)}${report.actualStart ? `，${report.actualStart}` : ''}`],
          [fields.entered, `${yesNo(report.entered)}${report.enteredOn ? `，${report.enteredOn}` : ''}`],
          [fields.progressText, report.progressText],
          [fields.problem, report.problem],
          [fields.matter, [report.matterLevel, report.matter].filter((text) => text !== null).join('：')],
          [fields.reporter, report.reporter],
          ...(report.number > 1 ? [[texts.correctionReason, report.correctionReason] as const] : []),
          [texts.source, report.source],
        ]}
      />
    </>
  );
}
