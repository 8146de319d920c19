import type { City } from '#access';
import { instantOf, kindRulesOf, matterKind } from '#engines/matters';
import type { PlainDate } from '#kernel/plain-date';
import { sectionOf } from '#pack';
import { type FigureVerdict, figureLight } from '../domain/figure-light.ts';
import { dueOnOf, isEmptyReport, type Lit, lit, toldOn } from '../domain/standing.ts';
import { measuresSection } from '../measures-section.ts';
import { type FigureRow, readFigures } from '../store/figure.ts';
import { clocksOf, type LastTold, type TrackedRow } from '../store/measure.ts';

export type Standing = Lit & {
  readonly stateName: string;
  readonly closed: boolean;
  readonly figures: ReadonlyMap<
    number,
    { readonly rows: readonly FigureRow[]; readonly verdict: FigureVerdict }
  >;
  readonly report: LastTold | undefined;
  readonly check: LastTold | undefined;
  readonly emptyReport: boolean;
  readonly reportDueOn: PlainDate | null;
  readonly lateReport: boolean;
  readonly verdict: string | null;
};

/** Where each of these measures stands today: light with its reasons, last report, last check. */
export async function standingsOf(
  city: City,
  rows: readonly TrackedRow[],
  issuedOn: PlainDate,
): Promise<Map<string, Standing>> {
  const figures = Map.groupBy(
    await readFigures(
      city.tx,
      rows.map(({ measureId }) => measureId),
    ),
    ({ measureId }) => measureId,
  );
  return new Map(
    rows.map((row) => [row.measureId, standingOf(city, row, figures.get(row.measureId) ?? [], issuedOn)]),
  );
}

function standingOf(city: City, row: TrackedRow, all: readonly FigureRow[], issuedOn: PlainDate): Standing {
  const rules = sectionOf(city.pack, measuresSection);
  const { states, clocks: clockNames } = matterKind('measure');
  const figures = new Map(
    row.targets.flatMap((target, index) => {
      if (!target.tracked) return [];
      const own = all.filter((one) => one.target === index);
      const latest = own[0] && { value: Number(own[0].value), onDay: own[0].onDay };
      const verdict = figureLight({ target, latest, issuedOn, today: city.today }, rules.figures);
      return [[index, { rows: own, verdict }] as const];
    }),
  );
  const closed = row.closedAt !== null;
  const now = instantOf(city);
  const report = lastOf(row, ['report', 'claim']);
  const check = lastOf(row, ['check', 'inspect', 'verify', 'sustain']);
  const reportClock = clocksOf(row).find(({ clock }) => clock === 'report');
  return {
    ...lit({
      ...{ closed, dueAt: row.dueAt, dueClock: row.dueClock, warnAt: row.warnAt, now },
      figures: [...figures.values()].map(({ verdict }) => verdict),
      clockNames: Object.fromEntries(Object.entries(clockNames).map(([id, { text }]) => [id, text])),
    }),
    ...{ closed, figures, report, check, stateName: states[row.state] ?? row.state },
    emptyReport: report !== undefined && isEmpty(report, all, rules.emptyReport.shorterThan),
    reportDueOn: dueOnOf(clocksOf(row), 'report'),
    lateReport: reportClock !== undefined && now > reportClock.dueAt,
    verdict: check ? verdictName(city, check) : null,
  };
}

/** Judged by what came with the report: paper, or a number of the same day. */
function isEmpty({ given, on }: LastTold, figures: readonly FigureRow[], shorterThan: number): boolean {
  const files = given['evidence'];
  return isEmptyReport(
    {
      text: String(given['progress'] ?? given['result'] ?? ''),
      files: Array.isArray(files) ? files.length : 0,
      figures: toldOn(figures, on),
    },
    shorterThan,
  );
}

function lastOf({ last }: TrackedRow, actions: readonly string[]): LastTold | undefined {
  return last.filter(({ action }) => actions.includes(action)).sort((a, b) => b.number - a.number)[0];
}

function verdictName(city: City, { action, given }: LastTold): string {
  if (action === 'verify') return '核验完成';
  if (action === 'sustain') return '完成并长期坚持';
  return choiceName(city, 'verdict', given['verdict']);
}

export function choicesOf({ pack }: City, field: 'standing' | 'verdict') {
  const choices = kindRulesOf(pack, 'measure').choices[field] ?? [];
  return choices.map(({ id, text }) => ({ id, name: text }));
}

export function choiceName(city: City, field: 'standing' | 'verdict', id: unknown): string {
  return choicesOf(city, field).find((one) => one.id === id)?.name ?? String(id ?? '');
}
