import { Percent } from '#ui';
import type { ReportingRow, StepDue } from '../../contract.ts';
import { texts } from '../../screen-texts.ts';

/** Who filled the row, and for whom. */
export function By({ row }: { readonly row: ReportingRow }) {
  const by = row.filler ? texts.byOn(row.filler.name, row.filler.onBehalfOf) : null;
  return <small className="quiet">{[row.district, by].filter(Boolean).join(' · ')}</small>;
}

/** 完成率: done in the year to the month over the plan to the month. */
export function Completion({ row }: { readonly row: ReportingRow }) {
  return <Percent part={row.reported?.cumFen} whole={row.planCumFen} />;
}

/** A yes, with its day where one is known. */
export function since(is: boolean | null | undefined, day: string | null | undefined): string {
  if (is === null || is === undefined) return '—';
  return is ? [texts.yes, day].filter(Boolean).join(' ') : texts.no;
}

/** What does not fit, and how the filler explained it; what stands verified although the report is another by now. */
export function Doubts({ row }: { readonly row: ReportingRow }) {
  return (
    <>
      {row.contradictions.map(({ code, text }) => (
        <span key={code} className="doubt">
          {text}
        </span>
      ))}
      {row.note ? <span>{texts.explained(row.note)}</span> : null}
    </>
  );
}

export const waitsAt = (row: ReportingRow, steps: readonly StepDue[]) =>
  steps.find(({ id }) => id === row.state)?.name ?? '';
