import type { City } from '#access';
import { may } from '#access';
import {
  clockWorld,
  type HeldMatter,
  instantOf,
  kindRulesOf,
  ladderFor,
  leaderRequests,
  matterDetail,
  matterKind,
  openActions,
  seatNames,
  seatsHeld,
} from '#engines/matters';
import type { InputOf } from '#http';
import type { matterPage as route } from '../contract.ts';
import { turnOf } from '../domain/turn.ts';
import { holderNames } from '../store/names.ts';
import { linkTexts } from '../texts.ts';
import { clockLines } from './clock-lines.ts';
import { isInsider } from './insider.ts';
import { ladderView } from './ladder-view.ts';
import { matterLines } from './matter-lines.ts';
import { mayDo, seenMatter } from './matter-target.ts';
import { rowAsOf } from './row-as-of.ts';
import { shownFields } from './shown-fields.ts';
import { timeline } from './timeline.ts';

/** One matter as the reader may see it, now or as of an instant. */
export async function viewMatter(city: City, input: InputOf<typeof route>) {
  const asOf = input.asOf === undefined ? undefined : new Date(input.asOf);
  const held = await seenMatter(city, input.id, asOf);
  const { matter } = held;
  const definition = matterKind(held.row.kind);
  const rules = kindRulesOf(city.pack, definition.id);
  const at = asOf ?? instantOf(city);
  const world = await clockWorld(city, definition.id, at);
  const row = asOf ? rowAsOf(held, world) : held.row;
  const seats = seatsHeld(city.actor, row);
  const outside = !isInsider(city.actor, seats);
  const ladder = ladderFor(city.pack, definition);
  const seesRequests = may(city.actor, 'leader-request.view', {});
  const matterId = row.matterId;
  const [detail, requests, [line], names] = await Promise.all([
    matterDetail(city, matterId),
    seesRequests ? leaderRequests(city, { matterId }) : [],
    matterLines(city, [row]),
    holderNames(city.tx, holdersIn(held)),
  ]);
  const unnamed = (id: string) => (id === row.raiser ? line!.raiser : '已撤并的单位');
  const nameOf = (id: string) => names.get(id)?.name ?? unnamed(id);
  const files = detail.files.filter(({ innerOnly, addedAt }) => !(innerOnly && outside) && addedAt <= at);
  const fieldWorld = { pack: city.pack, definition, outside, nameOf, files };
  const links = detail.links.filter(({ matterId: other, outward }) =>
    asOf ? outward && held.events.some(({ fact }) => 'to' in fact && fact.to === other) : true,
  );
  return {
    ...{ now: at, asOf: asOf ?? null, matter: line!, openedAt: row.openedAt, closedAt: row.closedAt },
    ...{ notice: rules.notice ?? null, fields: shownFields(fieldWorld, matter.given), outside },
    turn: turnOf(definition, matter).map((seat) => turnWords(seat, held, nameOf)),
    seats: seats.map((seat) => seatNames[seat]),
    actions: asOf || !mayDo(city, 'matter.act', row) ? [] : actionsOf(held, definition, seats),
    may: rightsOf(city, held, { isPast: asOf !== undefined, outside, seats }),
    clocks: clockLines({ definition, rules, world }, held),
    ladder: ladder ? ladderView({ definition, ladder, world, requests }, held) : null,
    people: peopleOf(held, line!.raiser, nameOf),
    timeline: timeline({ ...fieldWorld, rules, ladder, links: detail.links }, held),
    files: files.map(({ fileId, name, field, innerOnly, addedAt }) => ({
      ...{ fileId: fileId as never, name, inner: innerOnly, addedAt },
      field: field === null ? null : (definition.fields[field]?.text ?? field),
    })),
    links: links.map(({ link, outward, kind, state, closedAt, ...other }) => ({
      ...{ link, text: linkTexts[link][outward ? 0 : 1] },
      ...{ matterId: other.matterId, number: other.number, title: other.title, closed: closedAt !== null },
      kind: { id: kind, name: matterKind(kind).text },
      state: { id: state, name: matterKind(kind).states[state] ?? state },
    })),
  };
}

/** Every organisation and person its events speak of. */
function holdersIn({ row, events }: HeldMatter): string[] {
  const told = events.flatMap(({ by, fact }) => [
    by.orgId,
    ...('lead' in fact ? [fact.lead] : []),
    ...('support' in fact ? (fact.support ?? []) : []),
  ]);
  const given = events.flatMap(({ fact }) => ('given' in fact ? Object.values(fact.given) : []));
  const ids = given.filter((one): one is string => typeof one === 'string' && /^[0-9a-f-]{36}$/.test(one));
  const all = [...told, ...ids, row.lead, row.raiser, ...row.support, ...row.districts];
  return [...new Set(all.flatMap((id) => id ?? []))];
}

function turnWords(seat: keyof typeof seatNames, { matter }: HeldMatter, nameOf: (id: string) => string) {
  const holder = seat === 'lead' ? matter.lead : seat === 'raiser' ? matter.raiser : undefined;
  if (seat === 'lead' && !holder) return '尚未选定牵头单位';
  return holder ? `${nameOf(holder)}（${seatNames[seat]}）` : seatNames[seat];
}

function peopleOf({ matter, row }: HeldMatter, raiser: string, nameOf: (id: string) => string) {
  const one = (seat: string, orgId: string) => ({ seat, name: nameOf(orgId), orgId });
  return [
    ...(matter.lead ? [one(seatNames.lead, matter.lead)] : []),
    ...matter.support.map((id) => one(seatNames.support, id)),
    { seat: seatNames.raiser, name: raiser, orgId: matter.raiser ?? null },
    ...row.districts.map((id) => one(seatNames.district, id)),
  ];
}

function actionsOf(
  { matter }: HeldMatter,
  definition: ReturnType<typeof matterKind>,
  seats: Parameters<typeof openActions>[2],
) {
  return openActions(
    definition,
    matter,
    seats.filter((seat) => seat !== 'system'),
  ).flatMap((id) => {
    const action = definition.actions[id];
    if (!action) return [];
    const { text: name, requires = [], takes = [], effect } = action;
    return {
      ...{ id, name, requires: [...requires], takes: [...takes] },
      to: { id: action.to, name: definition.states[action.to] ?? action.to },
      needsLead: effect === 'bounce' || (effect === 'assign' && !matter.lead),
      takesLead: effect === 'bounce' || effect === 'assign',
      takesSupport: effect === 'bounce' || effect === 'assign',
    };
  });
}

type Standing = {
  readonly isPast: boolean;
  readonly outside: boolean;
  readonly seats: readonly (keyof typeof seatNames)[];
};

/** What the page offers: only what would not be refused. */
function rightsOf(city: City, { row, matter }: HeldMatter, { isPast, outside, seats }: Standing) {
  const can = (action: string) => !isPast && mayDo(city, action, row);
  const isOpen = !matter.closedAt;
  const handles = seats.includes('lead') || seats.includes('support');
  const running = matter.clocks.filter(({ endedAt }) => !endedAt);
  const isPaused = running.some(({ pauses }) => pauses.some(({ to }) => !to));
  const pausable = running.some(({ rule, pauses }) => rule.pausable && pauses.every(({ to }) => to));
  return {
    remark: can('matter.remark'),
    remarkInner: can('matter.remark') && !outside,
    attach: can('matter.attach'),
    pause: isOpen && pausable && !handles && can('matter.pause'),
    resume: isOpen && isPaused && can('matter.resume') && seats.some((seat) => seat !== 'raiser'),
    steer: isOpen && can('matter.steer'),
    link: can('matter.link'),
    reveal: can('matter.reveal'),
  };
}
