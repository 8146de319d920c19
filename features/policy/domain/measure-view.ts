import { type Cadence, cadencesIn } from './cadence.ts';
import { clearText } from './clear-text.ts';
import { deadlinesIn } from './deadline.ts';
import type { Doubt } from './doubt.ts';
import { linksIn } from './measure-links.ts';
import type { FoundMeasure, Measures } from './measures.ts';
import { projectsIn } from './named-projects.ts';
import type { PolicyMeasure } from './policy-document.ts';
import { placeOf, printedOf, type Script, type Span } from './script.ts';
import type { Target } from './target.ts';
import { targetsIn } from './targets.ts';
import { type TermLabel, termLabels } from './term-label.ts';
import type { ResolveUnit } from './unit-dictionary.ts';
import { unitMarks } from './unit-mark.ts';
import type { UnitRules } from './unit-rules.ts';
import { unitsOf } from './units.ts';

/** What is known of a document while its measures are read. */
export type World = {
  readonly script: Script;
  readonly found: Measures;
  readonly rules: UnitRules;
  readonly resolve: ResolveUnit;
  readonly year: number;
  readonly named: Set<string>;
  readonly key: string;
  readonly ids: (measure: FoundMeasure) => string;
};

/** A measure as it is shown, with what is uncertain in it. */
export function measureView(world: World, measure: FoundMeasure): { view: PolicyMeasure; doubts: Doubt[] } {
  const { script, found, rules, resolve } = world;
  const { node, heading, span, chapter, section } = measure;
  const bare = found.bareLists;
  const own = unitMarks(script, span, { bare });
  const listed = own.length === 0 && chapter?.units ? chapter.units : span;
  const { units, doubts } = unitsOf(script, listed, rules, { bare });
  const resolved = units.map((unit) => ({ ...unit, resolved: resolve(unit.name) }));
  const lists = own.map((mark) => mark.span);
  const said = bodyOf(measure);
  const terms = termLabels(script, span, world.year);
  const clear = clearText(script, said, [...lists, ...terms.map((term) => term.span)]);
  const deadlines = deadlinesIn(clear, world.year);
  const term = terms.find(({ date }) => date !== null);
  const inherited = term ?? inheritedBy(world, measure);
  const targets = targetsIn({ script, year: world.year, inherited, named: world.named }, said, clear);
  const names = (role: 'lead' | 'responsible') =>
    units.filter((unit) => unit.role === role).map(({ name }) => name);
  const view: PolicyMeasure = {
    id: world.ids(measure),
    no: printedOf(script, { start: node.start, end: node.shownEnd }),
    chapter: chapter?.title ?? null,
    ...(section ? { section } : {}),
    title: heading.title,
    leadUnits: names('lead'),
    responsibleUnits: names('responsible'),
    targets:
      term && !targets.some(({ deadline }) => deadline !== null)
        ? [...targets, termTarget(script, term)]
        : targets,
    cadences: cadenceViews(script, said, clearText(script, said, lists, { quotations: true })),
    units: resolved,
    deadlines: [
      ...deadlines.map(({ start, end, date }) => ({
        text: clear.slice(start, end),
        date,
        place: placeOf(script, { start: said.start + start, end: said.start + end }),
      })),
      ...terms.map(({ span: where, date, text }) => ({ text, date, place: placeOf(script, where) })),
    ],
    projects: projectsIn(script, said),
    links: linksIn(script, said),
    place: placeOf(script, span),
    titlePlace: placeOf(script, heading.span),
    confidence: heading.alone || heading.span.end - heading.span.start <= 40 ? 0.98 : 0.8,
  };
  return {
    view,
    doubts: [...doubts, ...resolved.flatMap(unitDoubts), ...noUnits(world, measure, units.length)],
  };
}

/** The text of a measure; its title counts where it is a sentence of its own. */
function bodyOf({ heading, span }: FoundMeasure): Span {
  const whole = heading.span.end - heading.span.start > 24 || heading.bodyStart >= span.end;
  const long = whole || /[0-9]/.test(heading.title);
  return { start: long ? heading.span.start : Math.min(heading.bodyStart, span.end), end: span.end };
}

/** A day by which a measure without dated numbers is to be done. */
function termTarget(script: Script, { span, date, text }: TermLabel): Target {
  return {
    phrase: printedOf(script, span),
    value: null,
    unit: null,
    deadline: date,
    kind: 'milestone',
    comparator: null,
    deadlineText: text,
    place: placeOf(script, span),
    confidence: 0.9,
  };
}

/** A date in the title of a measure or of its chapter holds for every number under it. */
function inheritedBy(world: World, { heading, chapter }: FoundMeasure) {
  for (const span of [heading.span, chapter?.heading.span]) {
    if (!span || span.end - span.start > 40) continue;
    const text = clearText(world.script, span, []);
    const due = deadlinesIn(text, world.year).find(({ date }) => date !== null);
    if (due) return { date: due.date, text: text.slice(due.start, due.end) };
  }
  return undefined;
}

function unitDoubts(unit: PolicyMeasure['units'][number]): Doubt[] {
  const { kind } = unit.resolved;
  if (kind === 'open')
    return [{ place: unit.place, kind: 'unit-open', text: `“${unit.name}”没有指明是哪些单位，请选定` }];
  if (kind === 'unknown')
    return [
      { place: unit.place, kind: 'unit-unknown', text: `没有认出单位“${unit.name}”，请对应到本市的单位` },
    ];
  return [];
}

function noUnits({ script, found }: World, { span, node }: FoundMeasure, count: number): Doubt[] {
  if (found.lists.length === 0 || count > 0) return [];
  const place = placeOf(script, { start: span.start, end: node.end });
  return [{ place, kind: 'unit-missing', text: '本文件列有责任单位，这一条没有列，请核对' }];
}

export function cadenceViews(script: Script, span: Span, clear: string): Cadence[] {
  return cadencesIn(clear).map(({ start, end, period }) => {
    const own = { start: span.start + start, end: span.start + end };
    return { phrase: printedOf(script, own), period, place: placeOf(script, own) };
  });
}
