import { type City, ensureMay, ensureNotSecret, holdsRole } from '#access';
import {
  actOnMatter,
  type DeclaredMatter,
  type HeldMatter,
  instantOf,
  kindRulesOf,
  matterKind,
  openMatter,
  type Seat,
  seatNames,
  seatsHeld,
} from '#engines/matters';
import type { InputOf } from '#http';
import { newId } from '#kernel/id';
import { ensure } from '#kernel/refusal';
import { calledKinds, type earlierCalls, type takeCall as route } from '../contract.ts';
import { isPhone, phoneDigits } from '../domain/phone.ts';
import { contentHash } from './follow-code.ts';
import '../refusals.ts';
import { may } from '#access';
import { insertPetition } from '../store/petition.ts';
import { earlierOf, enterprisesLike, insertPetitioner } from '../store/petitioner.ts';
import { tellReceived } from './tell-intake.ts';
import { unitNames } from './unit-names.ts';

export type Call = InputOf<typeof route>;

/** What the screen of a call offers: kinds, categories in the order of the number keys, units. */
export async function callForm(city: City) {
  const units = await unitNames(city);
  return {
    kinds: calledKinds
      .filter((id) => !kindRulesOf(city.pack, id).off)
      .map((id) => {
        const rules = kindRulesOf(city.pack, id);
        return {
          ...{ id, name: rules.text ?? matterKind(id).text, ownIntake: rules.ownIntake },
          categories: (rules.choices['category'] ?? []).map((one) => ({
            ...{ id: one.id, name: one.text, unit: units.proposedFor(id, one.id)?.id ?? null },
          })),
        };
      }),
    units: units.inForce,
    mayImport: may(city.actor, 'petition.import', {}),
  };
}

const mostEarlier = 20;

/** Of the same number, as far as the reader sees them. */
export async function earlier(city: City, { phone }: InputOf<typeof earlierCalls>) {
  const digits = phoneDigits(phone);
  const rows = digits.length < 5 ? [] : await earlierOf(city.tx, digits, mostEarlier);
  return {
    calls: rows.map(({ name: _, closedAt, kind, state, ...row }) => ({
      ...{ ...row, matterId: row.matterId as never, closed: closedAt !== null },
      ...{ kind: matterKind(kind).text, state: matterKind(kind).states[state] ?? state },
    })),
  };
}

export async function enterprises(city: City, words: string) {
  return { names: await enterprisesLike(city.tx, words.trim(), 8) };
}

/** A call: answered while the caller is on the line it closes with the answer, else it goes to a unit. */
export async function takeCall(city: City, call: Call) {
  ensureMay(city, 'petition.take', { holders: city.actor.holders });
  ensure(!(call.reply?.trim() && call.unit), 'petition.reply_or_unit');
  const units = await unitNames(city);
  ensure(!call.unit || units.inForce.some(({ orgId }) => orgId === call.unit), 'matter.no_such_unit');
  const done = await openCall(city, call, call.ticket?.trim() ? 'ticket' : 'call');
  const { row } = done;
  return {
    ...{ matterId: row.matterId as never, number: row.number, unit: units.nameOf(row.lead) },
    state: { id: row.state, name: matterKind(row.kind).states[row.state] ?? row.state },
  };
}

/** One call or ticket becomes a matter; the same ticket a second time is refused by its number. */
export async function openCall(city: City, call: Call, channel: 'call' | 'ticket'): Promise<HeldMatter> {
  const definition = matterKind(call.kind);
  const rules = kindRulesOf(city.pack, call.kind);
  const [ticket, reply, phone] = [call.ticket?.trim(), call.reply?.trim(), call.phone?.trim()];
  ensure(rules.ownIntake || ticket, 'petition.no_call_taking', { kind: rules.text ?? definition.text });
  ensure(!phone || isPhone(phone), 'petition.phone_wrong');
  const { content, category, enterprise, name } = call;
  for (const text of [content, reply, enterprise, name]) ensureNotSecret({ text });
  const isKnown = rules.choices['category']?.some(({ id }) => id === category);
  ensure(isKnown, 'petition.no_such_category');
  const seat = takerSeat(city, definition);
  const [ownOrg] = city.actor.orgIds;
  const lead = reply ? undefined : (call.unit ?? (seat === 'lead' ? ownOrg : undefined));
  const opened = await openMatter(city, {
    ...{ kind: call.kind, title: titleOf(call), urgent: call.urgent, seat, lead, raiser: ownOrg },
    given: { category, content: content.trim(), urgent: call.urgent, ticket },
    enterprise: enterprise?.trim() || undefined,
    ...(ticket ? { source: 'hotline', sourceKey: ticket } : { source: 'call' }),
  });
  const petitionId = newId<'petition'>();
  await insertPetition(city.tx, {
    ...{ petitionId, matterId: opened.row.matterId, kind: call.kind, channel, language: 'zh' },
    ...{ creditCode: null, districtId: null, submissionHash: null, codeHash: null },
    ...{ contentHash: contentHash(content), takenBy: city.actor.accountId, takenOrg: ownOrg ?? null },
    ...{ answeredAtOnce: Boolean(reply), takenOn: city.today, takenAt: instantOf(city) },
  });
  const who = { enterprise: enterprise?.trim() || null, name: name?.trim() || null, phone: phone || null };
  const digits = phone ? phoneDigits(phone) : null;
  await insertPetitioner(
    city.tx,
    petitionId,
    { ...who, email: null, address: null, confidential: false },
    digits,
  );
  if (reply)
    return actOnMatter(city, {
      ...{ matterId: opened.row.matterId, version: opened.row.version, action: 'settle', given: { reply } },
      seats: ({ row }) => seatsHeld(city.actor, row).filter((one) => one !== 'system'),
    });
  if (lead !== ownOrg || !lead) await tellReceived(city, opened);
  return opened;
}

function titleOf({ enterprise, content }: Call): string {
  const [line = ''] = content.trim().split('\n');
  const words = [...line].length > 40 ? `${[...line].slice(0, 40).join('')}…` : line;
  return enterprise?.trim() ? `${enterprise.trim()}：${words}` : words;
}

/** The office a call is taken for; a department takes in what it will lead. */
function takerSeat({ actor }: City, definition: DeclaredMatter): Seat {
  const { by } = definition.opens;
  const seats: Seat[] = [];
  if (actor.trusted || holdsRole(actor, 'coordinator-clerk', 'coordinator-section-head', 'coordinator-head'))
    seats.push('coordinator');
  if (holdsRole(actor, 'government-office')) seats.push('government-office');
  if (holdsRole(actor, 'district-filler', 'district-reviewer')) seats.push('district');
  if (holdsRole(actor, 'department')) seats.push('lead');
  seats.push('raiser');
  const seat = seats.find((one) => by.includes(one));
  ensure(seat, 'matter.may_not_open', {
    kind: definition.text,
    by: by.map((one) => seatNames[one]).join('、'),
  });
  return seat;
}
