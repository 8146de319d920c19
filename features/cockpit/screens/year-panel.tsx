import type { CockpitView, Forecast, YearFigures } from '../contract.ts';
import { texts } from '../texts.ts';
import { percent, yi } from './figures.ts';

/** The year of whoever the reader sees the amounts of. */
export function YearPanel({ view }: { readonly view: CockpitView }) {
  const { year, about } = view;
  if (!year) return <p className="cockpit-note">{texts.yearOfNobody}</p>;
  return (
    <section className="panel cockpit-year" aria-label={texts.year(about.name)}>
      <h2>
        {texts.year(about.name)}
        <small>（{texts.unit}）</small>
      </h2>
      <div className="cockpit-figures">
        <Figure name={texts.plan} value={yi(year.planYearFen)} note={texts.planNote} />
        <Figure
          name={texts.done}
          value={yi(year.actualFen)}
          note={`${texts.ofYear} ${percent(year.actualProgress)}`}
        />
        <Schedule year={year} time={view.timeProgress} />
        <Figure
          name={texts.completion}
          value={percent(year.completion)}
          note={`${texts.completionReported} ${percent(year.reportedCompletion)}`}
        />
        <Figure
          name={texts.lastYear}
          value={yi(year.lastYearActualFen)}
          note={year.lastYearActualFen === null ? texts.noLastYear : undefined}
        />
        {view.forecast ? <Expected forecast={view.forecast} unreported={year.unreported} /> : null}
      </div>
    </section>
  );
}

type FigureProps = { readonly name: string; readonly value: string; readonly note?: string | undefined };

function Figure({ name, value, note }: FigureProps) {
  return (
    <div className="cockpit-figure">
      <span>{name}</span>
      <strong className="number">{value}</strong>
      {note ? <small>{note}</small> : null}
    </div>
  );
}

/** Two progresses, each by its name: neither stands for the other. */
function Schedule({ year, time }: { readonly year: YearFigures; readonly time: string | null }) {
  return (
    <div className="cockpit-schedule">
      <Bar name={texts.planned} note={texts.plannedNote} share={year.plannedProgress} kind="planned" />
      <Bar name={texts.time} note={texts.timeNote} share={time} kind="time" />
      <Bar name={texts.doneProgress} note={texts.doneNote} share={year.actualProgress} kind="done" />
    </div>
  );
}

type BarProps = {
  readonly name: string;
  readonly note: string;
  readonly share: string | null;
  readonly kind: 'planned' | 'time' | 'done';
};

function Bar({ name, note, share, kind }: BarProps) {
  const width = Math.min(100, Math.max(0, Number(share ?? 0)));
  return (
    <div className="cockpit-bar">
      <span title={note}>{name}</span>
      <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
        <rect className="bar-ground" width="100" height="10" />
        <rect className={`bar-${kind}`} width={width} height="10" />
      </svg>
      <strong className="number">{percent(share)}</strong>
    </div>
  );
}

/** A range where the two methods differ, with both methods in words. */
function Expected({ forecast, unreported }: { readonly forecast: Forecast; readonly unreported: number }) {
  const [low, high] = [yi(forecast.lowFen), yi(forecast.highFen)];
  const byCompletion =
    forecast.byCompletionFen === null ? texts.noByCompletion : yi(forecast.byCompletionFen);
  return (
    <div className="cockpit-figure cockpit-forecast">
      <span>{texts.forecast}</span>
      <strong className="number">{low === high ? low : `${low}—${high}`}</strong>
      <small>
        {texts.byCompletion} {byCompletion}；{texts.byRate(forecast.rateMonths)} {yi(forecast.byRateFen)}
        {unreported > 0 ? `；${texts.withUnreported(unreported)}` : ''}
      </small>
    </div>
  );
}
