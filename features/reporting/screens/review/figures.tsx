import { Percent } from '#ui';
import type { ReportingRow, StepDue } from '../../contract.ts';
import { texts } from '../texts.ts';

/** Where it is, and who filled it: the unit, where it was filled for one. */
export function By({ row: { district, filler } }: { readonly row: ReportingRow }) {
  const by = filler?.onBehalfOf ? texts.forUnit(filler.onBehalfOf) : filler?.name;
  return (
    <small className="quiet" title={filler ? texts.byOn(filler.name, filler.onBehalfOf) : undefined}>
      {[district, by].filter(Boolean).join(' · ')}
    </small>
  );
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
