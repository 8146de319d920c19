import type { PolicyDocument, PolicyMeasure } from '#features/policy';
import type { PlainDate } from '#kernel/plain-date';
import type { Draft, DraftMeasure, DraftTarget, DraftUnit, OrgIdText } from '../contract.ts';
import { cadenceOf } from './cadence.ts';

type Resolved = PolicyMeasure['units'][number]['resolved'];

/** The organisations of the city that are meant; none where nobody can say. */
export type OrgsOf = (resolved: Resolved) => readonly OrgIdText[];

/** The review as it begins: what the reader found, nothing added. */
export function firstDraft({ document, measures, doubts }: PolicyDocument, orgsOf: OrgsOf): Draft {
  return {
    title: (document.title ?? document.sourceFile).slice(0, 300),
    docNumber: document.docNumber?.slice(0, 60) ?? null,
    issuer: document.issuer?.slice(0, 200) ?? null,
    issueDate: document.issueDate,
    measures: measures.map((measure, index) => draftMeasure(measure, index, orgsOf)),
    doubts: doubts.map(({ place, kind, text }) => ({
      ...{ place: bare(place), kind, text: text.slice(0, 500), settled: false },
    })),
  };
}

function draftMeasure(measure: PolicyMeasure, index: number, orgsOf: OrgsOf): DraftMeasure {
  const { no, chapter, title, units, targets, deadlines, cadences, place, titlePlace, confidence } = measure;
  const of = (role: 'lead' | 'responsible') =>
    units.filter((unit) => unit.role === role).map((unit) => draftUnit(unit, orgsOf));
  const days = [...targets.map(({ deadline }) => deadline), ...deadlines.map(({ date }) => date)];
  return {
    ...{
      key: `m${index + 1}`,
      no: no.slice(0, 40) || String(index + 1),
      chapter: chapter?.slice(0, 200) ?? null,
    },
    ...{ title: title.slice(0, 300) || no, lead: of('lead'), support: of('responsible') },
    targets: targets.map(draftTarget),
    dueOn: days.reduce<PlainDate | null>((last, day) => (day && (!last || day > last) ? day : last), null),
    cadence: cadenceOf(cadences.map(({ period }) => period)),
    ...{ place: bare(place), titlePlace: bare(titlePlace), confidence, dropped: null },
  };
}

function draftUnit(
  { name, resolved, place, confidence }: PolicyMeasure['units'][number],
  orgsOf: OrgsOf,
): DraftUnit {
  return {
    ...{ name: name.slice(0, 100), orgs: [...orgsOf(resolved)], known: resolved.kind },
    ...{ place: bare(place), confidence },
  };
}

function draftTarget(target: PolicyMeasure['targets'][number]): DraftTarget {
  const { phrase, value, valueMin, unit, comparator, deadline, kind, place, confidence } = target;
  return {
    ...{ phrase: phrase.slice(0, 500), value, valueMin: valueMin ?? null, unit, comparator, deadline, kind },
    ...{ tracked: kind === 'goal' && value !== null, place: bare(place), confidence },
  };
}

function bare({ start, end }: { readonly start: number; readonly end: number }) {
  return { start, end };
}
