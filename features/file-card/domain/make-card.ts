import type { Id } from '#kernel/id';
import { type Light, lightNames } from '#kernel/light';
import { formatMoney } from '#kernel/money';
import type { Month } from '#kernel/month';
import type { PlainDate } from '#kernel/plain-date';
import { rational, toDecimalText } from '#kernel/rational';
import { shorten } from './shorten.ts';

/** What is known of a project, as far as the reader may know it. */
export type CardMaterial = {
  readonly projectId: Id<'project'>;
  readonly number: string;
  readonly name: string;
  readonly districts: readonly string[];
  readonly stage: string;
  readonly lists: readonly string[];
  readonly withinScope: boolean;
  readonly today: PlainDate;
  readonly reader: string;
  readonly light: {
    readonly overall: Light;
    readonly month: Month;
    readonly asOf: PlainDate;
    /** Undefined: outside the reader's scope. */
    readonly why: string | undefined;
    readonly notes: readonly string[];
  } | null;
  /** Why there is no light. */
  readonly apart: string | null;
  readonly money: {
    readonly totalFen: bigint | null;
    readonly planYearFen: bigint | null;
    readonly doneFen: bigint | null;
    readonly planToMonthFen: bigint | null;
  } | null;
  readonly content: string | null;
  readonly period: string | null;
  readonly company: string | null;
  readonly stages: readonly { readonly name: string; readonly on: PlainDate }[];
  readonly year: number;
  readonly planFen: readonly (bigint | null)[];
  readonly actualFen: readonly (bigint | null)[];
  readonly problem: string | null;
  readonly matter: string | null;
  readonly people: readonly { readonly kind: string; readonly name: string; readonly phone: string | null }[];
};

export type CardTexts = {
  readonly outside: string;
  readonly none: string;
  readonly noReport: string;
  readonly monthOf: (month: Month) => string;
  readonly foot: (asOf: PlainDate | null, today: PlainDate, reader: string) => string;
  readonly curve: (year: number) => string;
  readonly labels: Readonly<
    Record<'total' | 'plan' | 'done' | 'rate' | 'lists' | 'period' | 'since' | 'company' | 'content', string>
  >;
};

const stepsShown = 5;

/** The page's words, each short enough for its place. */
export function makeCard(of: CardMaterial, texts: CardTexts) {
  const unseen = of.withinScope ? texts.none : texts.outside;
  const people = of.people.map(({ kind, name, phone }) => `${kind} ${name}${phone ? ` ${phone}` : ''}`);
  return {
    projectId: of.projectId,
    title: shorten(of.name, 2, 20),
    under: shorten([of.number, of.districts.join('、'), of.stage].join(' · '), 1, 6),
    light: of.light?.overall ?? null,
    month: of.light?.month ?? null,
    why: shorten(whyOf(of, texts), 3, 5),
    notes: (of.light?.notes ?? []).map((note) => shorten(note, 1)),
    facts: factsOf(of, texts),
    steps: of.stages.slice(-stepsShown),
    curve: curveOf(of, texts),
    problem: shorten(of.problem ?? (of.withinScope ? texts.noReport : unseen), 3, 5),
    matter: shorten(of.matter ?? unseen, 2, 6),
    people: shorten(people.join('；') || texts.none, 3, 4),
    foot: texts.foot(of.light?.asOf ?? null, of.today, of.reader),
  };
}

function whyOf({ light, apart }: CardMaterial, texts: CardTexts): string {
  if (!light) return apart ?? texts.none;
  return `${texts.monthOf(light.month)}${lightNames[light.overall]}灯。${light.why ?? texts.outside}`;
}

function factsOf({ money, withinScope, ...of }: CardMaterial, { labels, outside, none }: CardTexts) {
  const unseen = withinScope ? none : outside;
  const wan = (fen: bigint | null | undefined) =>
    fen === null || fen === undefined ? unseen : `${formatMoney(fen, '万元')}万元`;
  const [done, plan] = [money?.doneFen ?? null, money?.planToMonthFen ?? null];
  const rate =
    done === null || plan === null || plan === 0n
      ? unseen
      : `${toDecimalText(rational(done * 100n, plan), 1)}%`;
  const half = (label: string, value: string) => ({ label, value: shorten(value, 1, 20), wide: false });
  return [
    half(labels.total, wan(money?.totalFen)),
    half(labels.plan, wan(money?.planYearFen)),
    half(labels.done, wan(done)),
    half(labels.rate, rate),
    half(labels.period, of.period ?? unseen),
    half(labels.since, of.stages.at(-1)?.on ?? none),
    { label: labels.lists, value: shorten(of.lists.join('、') || none, 1, 5), wide: true },
    { label: labels.company, value: shorten(of.company ?? unseen, 1, 5), wide: true },
    { label: labels.content, value: shorten(of.content ?? unseen, 2, 5), wide: true },
  ];
}

function curveOf({ planFen, actualFen, year, withinScope }: CardMaterial, texts: CardTexts) {
  const known = [...planFen, ...actualFen].filter((fen) => fen !== null);
  const most = known.toSorted((a, b) => (a < b ? 1 : -1))[0] ?? 0n;
  if (!withinScope || most === 0n) return null;
  const share = (fen: bigint | null) => (fen === null ? null : Number((fen * 1000n) / most) / 1000);
  const caption = `${texts.curve(year)}，最高 ${formatMoney(most, '万元')} 万元`;
  return { caption: shorten(caption, 1), plan: planFen.map(share), done: actualFen.map(share) };
}
