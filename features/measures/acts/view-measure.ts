import { type City, may } from '#access';
import { getMatter, type HeldMatter, kindRulesOf, type MatterId, matterDetail } from '#engines/matters';
import { refuse } from '#kernel/refusal';
import { sectionOf } from '#pack';
import type { Told } from '../contract.ts';
import { isEmptyReport, toldOn } from '../domain/standing.ts';
import { measuresSection } from '../measures-section.ts';
import { findDocument } from '../store/document.ts';
import type { FigureRow } from '../store/figure.ts';
import { cityUnits, namedOrgs } from './city-units.ts';
import { holdersOf, measureFor } from './hold-measure.ts';
import { choiceName, choicesOf, standingsOf } from './measure-standing.ts';
import { basisOf } from './view-documents.ts';

/** One measure: its light with the reasons, its numbers, what the units told and what the checks found. */
export async function viewMeasure(city: City, id: string) {
  const row = await measureFor(city, 'measure.view', id);
  const document = (await findDocument(city.tx, row.documentId)) ?? refuse('measure.unknown');
  const standing = (await standingsOf(city, [row], document.issuedOn ?? city.today)).get(row.measureId);
  if (!standing) refuse('measure.unknown');
  const { names } = await cityUnits(city);
  const held = await getMatter(city, row.matterId);
  const target = { holders: holdersOf(row) };
  const reports = ['handling', 'checking'].includes(row.state);
  return {
    ...{ measureId: row.measureId, no: row.no, title: row.title, dueOn: row.dueOn, cadence: row.cadence },
    document: { documentId: row.documentId, title: document.title, docNumber: document.docNumber },
    ...{ lead: namedOrgs(names, row.lead), support: namedOrgs(names, row.support), today: city.today },
    matter: {
      ...{ matterId: row.matterId, number: row.number, state: standing.stateName, version: row.version },
      closed: standing.closed,
    },
    ...{
      light: standing.light,
      reasons: [...standing.reasons],
      basis: [...basisOf(city), ...clockBasis(city)],
    },
    targets: row.targets.map((one, index) => {
      const figure = standing.figures.get(index);
      return {
        ...{ target: one, light: figure?.verdict.light ?? null, reason: figure?.verdict.reason ?? null },
        expected: figure?.verdict.expected ?? null,
        figures: (figure?.rows ?? []).map(({ onDay, value, orgId, by, at }) => ({
          ...{ onDay, value: Number(value), by, at },
          org: orgId ? { id: orgId, name: names.get(orgId) ?? '' } : null,
        })),
      };
    }),
    told: toldOf(
      city,
      held,
      [...standing.figures.values()].flatMap(({ rows }) => rows),
    ),
    links: await linksOf(city, row.matterId),
    mayReport: reports && may(city.actor, 'measure.report', target),
    mayCheck: reports && may(city.actor, 'measure.check', target),
    ...{ standings: choicesOf(city, 'standing'), verdicts: choicesOf(city, 'verdict') },
  };
}

function clockBasis({ pack }: City): string[] {
  const { clocks } = kindRulesOf(pack, 'measure');
  const basis = new Set(Object.values(clocks).map(({ rule }) => rule.basis));
  return [`各项时限的依据：${[...basis].join('、')}`];
}

const kinds: Readonly<Record<string, Told['kind']>> = {
  decompose: 'plan',
  contribute: 'contribute',
  supplement: 'contribute',
  report: 'report',
  claim: 'claim',
  check: 'check',
  inspect: 'check',
  verify: 'verify',
  sustain: 'verify',
  return: 'return',
};

/** The latest first; what a unit says of itself and what a check found stand apart. */
function toldOf(city: City, { events }: HeldMatter, numbers: readonly FigureRow[]): Told[] {
  const { shorterThan } = sectionOf(city.pack, measuresSection).emptyReport;
  return events
    .flatMap(({ fact, on, by }): Told[] => {
      const kind = fact.type === 'acted' ? kinds[fact.action] : undefined;
      if (fact.type !== 'acted' || !kind) return [];
      const { given } = fact;
      const said = ['plan', 'progress', 'result', 'checkNote', 'opinion', 'reason'].flatMap(
        (one) => given[one] ?? [],
      );
      const text = said.map(String).join('\n');
      const files = Array.isArray(given['evidence']) ? given['evidence'].length : 0;
      const standing = given['standing']
        ? choiceName(city, 'standing', given['standing'])
        : given['verdict']
          ? choiceName(city, 'verdict', given['verdict'])
          : null;
      const isReport = kind === 'report' || kind === 'claim';
      return [
        {
          ...{ kind, on, by: by.name, standing, text, files },
          seen: given['seen'] ? String(given['seen']) : null,
          empty: isReport && isEmptyReport({ text, files, figures: toldOn(numbers, on) }, shorterThan),
        },
      ];
    })
    .reverse();
}

/** Problems and other matters tied to it, as far as the reader sees them. */
async function linksOf(city: City, matterId: MatterId) {
  const { links } = await matterDetail(city, matterId);
  return links.map(({ matterId: other, number, title }) => ({ matterId: other, number, title }));
}
