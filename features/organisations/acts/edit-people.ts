import { audit, type City, ensureMay, reveal } from '#access';
import { type AppointmentId, getOrganisation, type PersonId, type PostId } from '#engines/registry';
import { ensureVersion, type InputOf } from '#http';
import { newId } from '#kernel/id';
import { ensure, refuse } from '#kernel/refusal';
import type * as contract from '../contract.ts';
import '../refusals.ts';
import * as store from '../store/person.ts';

export async function addPerson(city: City, input: InputOf<typeof contract.addPerson>): Promise<PersonId> {
  const { id: orgId, name, phone } = input;
  ensureMay(city, 'person.edit', { holders: [orgId] });
  await getOrganisation(city, orgId);
  const personId = newId<'person'>();
  await store.insertPerson(city.tx, { personId, name: name.trim(), orgId });
  if (phone?.trim()) await store.putPhone(city.tx, { personId, orgId, phone: phone.trim() });
  await note(city, 'person.add', personId, { name, orgId });
  return personId;
}

export async function editPerson(city: City, input: InputOf<typeof contract.editPerson>): Promise<number> {
  const { id: personId, version, phone } = input;
  const now = (await store.findPerson(city.tx, personId)) ?? refuse('person.not_found');
  ensureMay(city, 'person.edit', { holders: [now.orgId] });
  const { name, orgId } = { name: input.name?.trim() || now.name, orgId: input.orgId ?? now.orgId };
  if (orgId !== now.orgId && orgId) {
    ensureMay(city, 'person.edit', { holders: [orgId] });
    await getOrganisation(city, orgId);
  }
  ensureVersion(now.version, version, { current: { name: now.name, orgId: now.orgId } });
  const saved = await store.updatePerson(city.tx, { personId, name, orgId });
  const number = phone === undefined ? now.phone : phone?.trim() || null;
  if (number !== now.phone || (number !== null && orgId !== now.orgId))
    await store.putPhone(city.tx, { personId, orgId, phone: number });
  await note(city, 'person.edit', personId, { name, orgId, phoneChanged: number !== now.phone });
  return saved;
}

export async function revealPhone(city: City, personId: PersonId): Promise<string> {
  const person = (await store.findPerson(city.tx, personId)) ?? refuse('person.not_found');
  ensureMay(city, 'person.reveal-phone', { holders: [person.orgId, personId] });
  const { phone } = person;
  ensure(phone, 'person.no_phone');
  const what = { action: 'person.reveal-phone', object: 'person', objectId: personId, field: '联系电话' };
  return await reveal(city, what, async () => phone);
}

export async function addPost(city: City, input: InputOf<typeof contract.addPost>): Promise<PostId> {
  const { id: orgId, title, officialOrder = 0 } = input;
  ensureMay(city, 'person.edit', { holders: [orgId] });
  await getOrganisation(city, orgId);
  const postId = newId<'post'>();
  await store.putPost(city.tx, { postId, orgId, title: title.trim(), officialOrder, validTo: null });
  await note(city, 'post.add', postId, { title, orgId });
  return postId;
}

export async function editPost(city: City, input: InputOf<typeof contract.editPost>): Promise<number> {
  const now = (await store.findPost(city.tx, input.id)) ?? refuse('post.not_found');
  ensureMay(city, 'person.edit', { holders: [now.orgId] });
  const { postId, orgId, title, officialOrder, validTo } = now;
  ensureVersion(now.version, input.version, { current: { title, officialOrder, validTo } });
  const saved = await store.putPost(city.tx, {
    ...{ postId, orgId },
    title: input.title?.trim() || title,
    officialOrder: input.officialOrder ?? officialOrder,
    validTo: input.validTo === undefined ? validTo : input.validTo,
  });
  await note(city, 'post.edit', postId, { title: input.title ?? title });
  return saved;
}

export async function appoint(city: City, input: InputOf<typeof contract.appoint>): Promise<AppointmentId> {
  const { id: personId, postId, fromOn } = input;
  const post = (await store.findPost(city.tx, postId)) ?? refuse('post.not_found');
  ensureMay(city, 'person.edit', { holders: [post.orgId] });
  const person = (await store.findPerson(city.tx, personId)) ?? refuse('person.not_found');
  // Who works for another office is not this one's to appoint; people of no office are anybody's.
  if (person.orgId) ensureMay(city, 'person.edit', { holders: [person.orgId] });
  const held = await store.listAppointments(city.tx, [personId]);
  const clash = held.some((one) => one.postId === postId && (one.toOn === null || one.toOn > fromOn));
  ensure(!clash, 'appointment.held', { name: person.name });
  const appointmentId = newId<'appointment'>();
  await store.insertAppointment(city.tx, { appointmentId, personId, postId, fromOn });
  await note(city, 'person.appoint', personId, { postId, title: post.title, fromOn });
  return appointmentId;
}

export async function endAppointment(
  city: City,
  { id, toOn }: InputOf<typeof contract.endAppointment>,
): Promise<void> {
  const now = (await store.findAppointment(city.tx, id)) ?? refuse('appointment.not_found');
  ensureMay(city, 'person.edit', { holders: [now.orgId] });
  ensure(now.toOn === null, 'appointment.ended', { toOn: now.toOn });
  ensure(toOn >= now.fromOn, 'appointment.ends_before', { toOn, fromOn: now.fromOn });
  await store.closeAppointment(city.tx, id, toOn);
  await note(city, 'person.dismiss', now.personId, { title: now.title, toOn });
}

export async function findPeople(city: City, text: string) {
  ensureMay(city, 'organisation.view', {});
  return (await store.searchPeople(city.tx, text.trim(), city.today)).map(
    ({ personId, name, org, posts }) => ({
      ...{ personId, name, org },
      posts: [...posts],
    }),
  );
}

function note(city: City, action: string, objectId: string, details: Record<string, unknown>): Promise<void> {
  return audit(city, { action, object: action.startsWith('post') ? 'post' : 'person', objectId, details });
}
