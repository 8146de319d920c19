import { audit, type City, ensureMay, ensureNotSecret, maskPhone, may } from '#access';
import { getMatter, kindRulesOf, type MatterId, matterKind } from '#engines/matters';
import type { InputOf } from '#http';
import { pageWindow } from '#http/client';
import { todayInShanghai } from '#kernel/plain-date';
import { ensure, refuse } from '#kernel/refusal';
import type { intakeQueue, revealPetitioner as revealRoute } from '../contract.ts';
import { findQueue, readCallBacks } from '../store/intake.ts';
import { findPetition } from '../store/petition.ts';
import { findPetitioner, type Petitioner } from '../store/petitioner.ts';
import { unitNames } from './unit-names.ts';

const kinds = ['appeal', 'aid', 'foreign-complaint', 'hotline'];

/** What came in and is led by nobody yet. */
export async function viewQueue(city: City, { kind, ...input }: InputOf<typeof intakeQueue>) {
  const { page, pageSize, limit, offset } = pageWindow(input);
  const [rows, units] = await Promise.all([
    findQueue(city.tx, kind === undefined ? kinds : kinds.filter((one) => one === kind), { limit, offset }),
    unitNames(city),
  ]);
  return {
    ...{ page, pageSize, total: rows[0]?.total ?? 0 },
    rows: rows.map(({ total: _, districtId, dueAt, category, ...row }) => ({
      ...row,
      matterId: row.matterId as MatterId as never,
      kind: { id: row.kind, name: matterKind(row.kind).text },
      state: { id: row.state, name: matterKind(row.kind).states[row.state] ?? row.state },
      district: units.nameOf(districtId),
      category: categoryName(city, row.kind, category),
      dueOn: dueAt ? todayInShanghai(dueAt) : null,
      proposed: units.proposedFor(row.kind, category),
    })),
  };
}

export function categoryName({ pack }: City, kind: string, category: string | null): string | null {
  if (category === null) return null;
  return kindRulesOf(pack, kind).choices['category']?.find(({ id }) => id === category)?.text ?? category;
}

async function petitionOf(city: City, matterId: MatterId) {
  const [held, petition] = await Promise.all([getMatter(city, matterId), findPetition(city.tx, matterId)]);
  return { held, petition: petition ?? refuse('petition.unknown') };
}

/** How it came in and who raised it, masked; who supports only does not see who it was. */
export async function viewPetition(city: City, matterId: MatterId) {
  const { held, petition } = await petitionOf(city, matterId);
  const { row, matter } = held;
  ensureMay(city, 'petition.view', { holders: [...row.holders, petition.takenOrg] });
  const toReveal = { holders: [row.lead, petition.takenOrg] };
  const [who, callBacks, units] = await Promise.all([
    findPetitioner(city.tx, petition.petitionId),
    readCallBacks(city.tx, matterId),
    unitNames(city),
  ]);
  const { kind, channel, language, creditCode, districtId, takenAt, answeredAtOnce } = petition;
  const mayReveal = who !== undefined && may(city.actor, 'petition.reveal', toReveal);
  const said = (field: string) => (typeof matter.given[field] === 'string' ? matter.given[field] : null);
  return {
    ...{ matterId: row.matterId as never, number: row.number, title: row.title, version: row.version },
    kind: { id: kind, name: matterKind(kind).text },
    state: { id: row.state, name: matterKind(kind).states[row.state] ?? row.state },
    ...{ channel, language, takenAt, answeredAtOnce, guarded: row.guarded },
    ...{ content: said('content') ?? '', claim: said('claim'), respondent: said('respondent') },
    creditCode: who?.confidential ? null : creditCode,
    ...{ category: categoryName(city, kind, row.category), district: units.nameOf(districtId) },
    ...{ lead: units.named(row.lead), proposed: units.proposedFor(kind, row.category) },
    petitioner: who && mayReveal ? masked(who) : null,
    ...{ mayReveal, callBacks },
  };
}

function masked({ enterprise, name, phone, email, address, confidential }: Petitioner) {
  return {
    enterprise: confidential ? hidden(enterprise) : enterprise,
    ...{ name: hidden(name), phone: phone ? maskPhone(phone) : null },
    email: email ? `${email.slice(0, 1)}***${email.slice(email.indexOf('@'))}` : null,
    ...{ address: hidden(address), confidential },
  };
}

function hidden(text: string | null): string | null {
  return text ? `${[...text][0]}***` : null;
}

/** Who it is, in the clear, for a reason and on the record. */
export async function revealPetitioner(city: City, { id, reason }: InputOf<typeof revealRoute>) {
  ensureNotSecret({ text: reason });
  const { held, petition } = await petitionOf(city, id as never as MatterId);
  ensureMay(city, 'petition.reveal', { holders: [held.row.lead, petition.takenOrg] });
  const who = await findPetitioner(city.tx, petition.petitionId);
  ensure(who, 'petition.unknown');
  await audit(city, {
    ...{ action: 'petition.reveal', object: 'matter', objectId: held.row.matterId, personalData: true },
    details: { number: held.row.number, reason },
  });
  const { enterprise, name, phone, email, address } = who;
  return { enterprise, name, phone, email, address };
}
