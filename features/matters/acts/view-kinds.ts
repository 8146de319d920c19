import { type City, ensureMay, may } from '#access';
import {
  allMatterKinds,
  type DeclaredMatter,
  instantOf,
  kindRulesOf,
  ladderFor,
  limitText,
  seatNames,
} from '#engines/matters';
import { listOrganisations } from '#engines/registry';
import { sourceNames } from '../texts.ts';
import { choosesLead, seatToOpen } from './seat-to-open.ts';

/** What the forms and filters offer: the city's kinds in its own words, and who can lead. */
export async function viewKinds(city: City) {
  ensureMay(city, 'matter.view');
  const { actor } = city;
  const organisations = await listOrganisations(city, { asOf: city.today });
  const can = (action: string) => may(actor, action);
  return {
    ...{ today: city.today, now: instantOf(city) },
    kinds: allMatterKinds().flatMap((kind) =>
      kindRulesOf(city.pack, kind.id).off ? [] : [kindView(city, kind)],
    ),
    organisations: organisations.map(({ orgId, name, kind }) => ({
      ...{ orgId, name, kind },
      mine: actor.holders.includes(orgId),
    })),
    sources: Object.entries(sourceNames).map(([id, name]) => ({ id, name })),
    may: {
      open: can('matter.open'),
      export: can('matter.export'),
      statistics: can('matter.view-statistics'),
      requests: can('leader-request.view'),
      decideRequests: can('leader-request.decide'),
      answerRequests: can('leader-request.answer'),
      excludePeriods: can('clock.exclude'),
      wholeCity: actor.reach === 'city',
    },
  };
}

function kindView(city: City, kind: DeclaredMatter) {
  const rules = kindRulesOf(city.pack, kind.id);
  const ladder = ladderFor(city.pack, kind);
  const seat = may(city.actor, 'matter.open') ? seatToOpen(city.actor, kind) : undefined;
  return {
    ...{ id: kind.id, name: rules.text ?? kind.text, prefix: kind.prefix, about: kind.about },
    ...{ notice: rules.notice ?? null, ownIntake: rules.ownIntake },
    states: Object.entries(kind.states).map(([id, name]) => ({ id, name, end: kind.ends.includes(id) })),
    fields: Object.entries(kind.fields).map(([id, field]) => ({
      ...{ id, name: field.text, kind: field.kind },
      ...{ inner: field.inner === true, personal: field.personal === true },
      choices: (rules.choices[id] ?? []).map(({ text, clause, ...one }) => ({
        ...{ id: one.id, name: text, clause: clause ?? null },
      })),
    })),
    opens: {
      may: seat !== undefined,
      choosesLead: seat !== undefined && choosesLead(seat),
      by: kind.opens.by.map((one) => seatNames[one]),
      requires: [...kind.opens.requires],
      takes: [...(kind.opens.takes ?? [])],
    },
    actions: Object.entries(kind.actions).map(([id, action]) => ({
      ...{ id, name: action.text, from: [action.from].flat(), to: action.to },
      by: [action.by].flat().map((one) => seatNames[one]),
      ...{ requires: [...(action.requires ?? [])], takes: [...(action.takes ?? [])] },
      effect: action.effect ?? null,
    })),
    clocks: Object.entries(kind.clocks).map(([id, clock]) => ({
      ...{ id, name: clock.text, against: seatNames[clock.against] },
      limit: rules.clocks[id] ? limitText(rules.clocks[id].rule.limit) : '',
    })),
    pauses: rules.pauses.map(({ id, text, longestDays, approver, basis }) => ({
      ...{ id, name: text, longestDays, approver: seatNames[approver], basis },
    })),
    ladder: ladder
      ? {
          ...{ id: ladder.id, name: ladder.text },
          levels: ladder.levels.map(({ id, text, clause }) => ({ id, name: text, clause: clause ?? null })),
        }
      : null,
  };
}
