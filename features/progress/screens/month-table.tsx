import { Link } from 'wouter';
import { type Column, DataTable, LightMark, Money } from '#ui';
import type { MonthLine } from '../contract.ts';
import { texts } from '../texts.ts';
import type { Months } from './project-year.ts';

/** Twelve months; what can be done about each stands at its end. */
export function MonthTable({ months, unit }: { readonly months: Months; readonly unit: string }) {
  const amount = (
    key: string,
    title: string,
    fen: (line: MonthLine) => string | null,
  ): Column<MonthLine> => ({
    key,
    title: `${title}（${unit}）`,
    number: true,
    render: (line) => <Money fen={fen(line)} />,
  });
  const columns: readonly Column<MonthLine>[] = [
    { key: 'month', title: texts.month, phone: 'title', render: (line) => line.month },
    { key: 'light', title: texts.light, render: (line) => <LightCell line={line} months={months} /> },
    { key: 'act', title: texts.act, render: (line) => <Act line={line} months={months} /> },
    amount('plan', texts.planMonth, (line) => line.planFen),
    amount('planCum', texts.planCum, (line) => line.planCumFen),
    amount('month-fen', texts.reportedMonth, (line) => line.reported?.monthFen ?? null),
    amount('cum', texts.reportedCum, (line) => line.reported?.cumFen ?? null),
    amount('verified', texts.verifiedCum, (line) => line.verified?.cumFen ?? null),
    {
      key: 'progress',
      title: texts.progress,
      number: true,
      render: ({ plannedProgress, actualProgress, timeProgress }) =>
        [plannedProgress, actualProgress, timeProgress]
          .map((one) => (one === null ? '—' : `${one}%`))
          .join('／'),
    },
    { key: 'said', title: texts.said, render: (line) => <Said line={line} /> },
  ];
  return (
    <DataTable
      label={texts.months}
      columns={columns}
      rows={months.months}
      rowKey={({ month }) => month}
      empty={{ why: texts.noPlan }}
    />
  );
}

function LightCell({ line, months }: { readonly line: MonthLine; readonly months: Months }) {
  if (!line.light) return <span className="quiet">{line.owes ? '—' : (line.reason ?? texts.notOwed)}</span>;
  const mark = <LightMark light={line.light.overall} />;
  if (!months.withinScope) return mark;
  return (
    <Link href={`/lights/evaluations/${line.light.evaluationId}`} aria-label={`${line.month}：${texts.why}`}>
      {mark}
    </Link>
  );
}

function Said({ line }: { readonly line: MonthLine }) {
  const { reported, contradictions } = line;
  if (!reported) return null;
  const said = [reported.progressText, reported.problem, reported.matter].filter((text) => text !== null);
  return (
    <span className="wrapped">
      {said.join('；')}
      {contradictions.map((one) => (
        <span key={`${one.code} ${one.about}`} className="doubt">
          {texts.check}
          {aboutField(one.about)}
          {one.text}
        </span>
      ))}
    </span>
  );
}

function Act({ line, months }: { readonly line: MonthLine; readonly months: Months }) {
  const { month, owes, reported, verified, verificationOutdated, returned } = line;
  const ahead = month > months.today.slice(0, 7);
  if (!months.withinScope || ahead || (!owes && !reported)) return null;
  const state = returned
    ? texts.returned
    : !reported
      ? texts.missing
      : verificationOutdated
        ? texts.outdated
        : verified
          ? texts.verified
          : texts.waitingForVerification;
  return (
    <span style={{ whiteSpace: 'nowrap' }}>
      <span className="quiet">{state}</span>{' '}
      <Link
        href={`/projects/${months.projectId}/months/${month}`}
        aria-label={`${month} ${verbOf(line, months)}`}
      >
        {verbOf(line, months)}
      </Link>
    </span>
  );
}

function verbOf(
  { owes, locked, reported, verified, verificationOutdated }: MonthLine,
  { may }: Months,
): string {
  if (locked) return texts.look;
  if (may.verify && reported && (!verified || verificationOutdated)) return texts.verify;
  if (may.fill && owes) return reported ? texts.change : texts.file;
  return texts.look;
}

/** Which field is meant, where the sentence itself does not say. */
function aboutField(name: string): string {
  const named = Object.entries(texts.fields).find(([field]) => field === name)?.[1];
  return named ? `${named}：` : '';
}
